use std::thread;
use std::time::Duration;

use crossbeam_channel::{bounded, select};
use listings::Context;

fn main() {
    let (ctx, _cancel) = Context::background().with_timeout(Duration::from_millis(10));
    let (give, answer) = bounded(1);
    thread::spawn(move || {
        thread::sleep(Duration::from_millis(20)); // down to the cellar
        let _ = give.send("Emma is on shelf 7");
    });
    select! {
        recv(answer) -> place => println!("{}", place.unwrap()),
        recv(ctx.done()) -> _ => println!("{}", ctx.err().unwrap()),
    }
}
