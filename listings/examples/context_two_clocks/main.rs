use std::time::Duration;

use listings::Context;

fn main() {
    let day = Context::background();
    let (short, _cancel) = day.with_timeout(Duration::from_millis(2));
    let (long, _cancel) = day.with_timeout(Duration::from_millis(200));
    short.done().recv().unwrap_err();
    match long.err() {
        None => println!("the long one goes on"),
        Some(why) => println!("the long one: {why}"),
    }
}
