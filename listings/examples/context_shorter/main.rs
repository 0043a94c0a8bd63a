use std::time::{Duration, Instant};

use listings::Context;

const MINUTE: Duration = Duration::from_secs(60);

fn main() {
    let now = Instant::now();
    let (request, _cancel) = Context::background().with_deadline(now + 10 * MINUTE);
    let (longer, _cancel) = request.with_deadline(now + 60 * MINUTE);
    let (shorter, _cancel) = request.with_deadline(now + MINUTE);
    for ctx in [&request, &longer, &shorter] {
        let left = ctx.deadline().unwrap() - now;
        println!("until minute {}", left.as_secs() / 60);
    }
}
