use std::thread;

use listings::Context;

fn main() {
    let (day, close) = Context::background().with_cancel();
    let (request, _cancel) = day.with_cancel();
    thread::scope(|s| {
        s.spawn(|| {
            day.done().recv().unwrap_err(); // the day is over
            match request.err() {
                None => println!("and the request goes on?"),
                Some(why) => println!("and the request: {why}"),
            }
        });
        close.cancel();
    });
}
