use std::sync::{Condvar, Mutex};
use std::thread;

use listings::Context;

static BOOK: Mutex<Option<&str>> = Mutex::new(None);
static BELL: Condvar = Condvar::new();

fn main() {
    let (ctx, cancel) = Context::background().with_cancel();
    let _stop = ctx.after_func(|| BELL.notify_all());
    thread::scope(|s| {
        s.spawn(|| cancel.cancel()); // and nobody brings a book
        let mut book = BOOK.lock().unwrap();
        while book.is_none() && ctx.err().is_none() {
            book = BELL.wait(book).unwrap();
        }
        println!("he goes home with a book: {}", book.is_some());
    });
}
