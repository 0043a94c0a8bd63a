use std::thread;

use listings::Context;

fn main() {
    let (day, close) = Context::background().with_cancel();
    thread::scope(|s| {
        s.spawn(|| close.cancel());
        let (request, _cancel) = day.with_cancel();
        request.done().recv().unwrap_err();
        println!("the request has stopped: {}", request.err().unwrap());
    });
}
