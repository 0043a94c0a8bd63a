use std::thread;

use crossbeam_channel::bounded;
use listings::Context;

fn main() {
    let (_give, books) = bounded::<&str>(0);
    let (ctx, cancel) = Context::background().with_cancel();
    let listens = thread::spawn(move || ctx.done().recv().is_err());
    let deaf = thread::spawn(move || books.recv().is_ok());
    cancel.cancel();
    println!("the one who listens has gone: {}", listens.join().unwrap());
    println!("the deaf one has gone: {}", deaf.is_finished());
}
