use std::thread;

use listings::Context;

fn main() {
    let (day, close) = Context::background().with_cancel();
    let (request, _cancel) = day.with_cancel();
    thread::scope(|s| {
        for _ in 0..2 {
            s.spawn(|| {
                close.cancel();
                println!("the request has ended: {}", request.err().is_some());
            });
        }
    });
}
