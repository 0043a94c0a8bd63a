use std::thread;

use listings::{Context, ContextError};

fn search(ctx: &Context) -> Result<(), ContextError> {
    for shelf in 1..=2 {
        ctx.check()?;
        println!("shelf {shelf}");
    }
    Ok(())
}

fn main() {
    let (ctx, cancel) = Context::background().with_cancel();
    thread::scope(|s| {
        s.spawn(|| match search(&ctx) {
            Ok(()) => println!("not there"),
            Err(why) => println!("{why}"),
        });
        cancel.cancel();
    });
}
