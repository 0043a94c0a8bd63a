use std::sync::OnceLock;
use std::thread;

use crossbeam_channel::{bounded, select};
use listings::Context;

fn main() {
    let book = OnceLock::new();
    let (done, filled) = bounded::<()>(0);
    let (open, cellar) = bounded::<()>(0); // opens when this is closed
    let (hugo, cancel) = Context::background().with_cancel();
    thread::scope(|s| {
        // Hugo came first, so the clerk who goes down has Hugo's context.
        s.spawn(|| {
            let _done = done;
            select! {
                recv(cellar) -> _ => book.set("Emma").unwrap(),
                recv(hugo.done()) -> _ => {}
            }
        });
        s.spawn(|| cancel.cancel());
        drop(open);
        let _ = filled.recv(); // Ida waits for the card
        println!("Ida has {}", book.get().unwrap_or(&"no book"));
    });
}
