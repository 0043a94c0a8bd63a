use std::time::Duration;

use listings::Context;

fn main() {
    let (ctx, _) = Context::background().with_timeout(Duration::from_secs(3600));
    println!("{}", ctx.check().is_ok());
}
