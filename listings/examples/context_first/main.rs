use std::thread;

use crossbeam_channel::{Receiver, never, select};
use listings::Context;

fn search(ctx: &Context, title: &str) -> String {
    fetch(ctx, title)
}

fn fetch(ctx: &Context, title: &str) -> String {
    let found: Receiver<&str> = never(); // it is nowhere to be found
    select! {
        recv(found) -> shelf => format!("{title} is on {}", shelf.unwrap()),
        recv(ctx.done()) -> _ => format!("{title}: {}", ctx.err().unwrap()),
    }
}

fn main() {
    let (ctx, cancel) = Context::background().with_cancel();
    let clerk = thread::spawn(move || search(&ctx, "Emma"));
    cancel.cancel();
    println!("{}", clerk.join().unwrap());
}
