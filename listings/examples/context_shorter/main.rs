use std::time::Duration;

use listings::Context;

const MINUTE: Duration = Duration::from_secs(60);

fn main() {
    let (request, _cancel) = Context::background().with_timeout(10 * MINUTE);
    let (longer, _cancel) = request.with_timeout(60 * MINUTE);
    let (shorter, _cancel) = request.with_timeout(MINUTE);
    let same = longer.deadline() == request.deadline();
    println!("an hour below ten minutes is ten minutes: {same}");
    let before = shorter.deadline() < request.deadline();
    println!("a minute below ten minutes is a minute: {before}");
}
