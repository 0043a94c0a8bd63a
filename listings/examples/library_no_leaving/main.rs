use std::sync::OnceLock;
use std::thread;

use crossbeam_channel::{Receiver, bounded};
use listings::books::{self, Book};
use listings::{Context, ContextError};

static CARD: OnceLock<Book> = OnceLock::new();

/// The cellar opens when its channel is closed.
fn find(context: &Context, cellar: &Receiver<()>) -> Result<Book, ContextError> {
    context.check()?;
    let fill = || {
        let _ = cellar.recv();
        books::DATABASE[0]
    };
    Ok(*CARD.get_or_init(fill)) // here he waits, and does not listen
}

fn main() {
    let (open, cellar) = bounded(0);
    let (impatient, cancel) = Context::background().with_cancel();
    thread::scope(|s| {
        s.spawn(|| cancel.cancel());
        match find(&impatient, &cellar) {
            Ok(book) => println!("Hugo has {book}"),
            Err(why) => println!("Hugo has left: {why}"),
        }
        drop(open); // after he has gone
    });
}
