use std::thread;
use std::time::Duration;

use listings::Context;

fn main() {
    let (ctx, cancel) = Context::background().with_timeout(Duration::from_millis(5));
    thread::spawn(move || cancel.cancel()); // the reader leaves
    ctx.done().recv().unwrap_err();
    println!("{}", ctx.err().unwrap());
}
