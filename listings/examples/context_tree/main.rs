use listings::Context;

fn state(ctx: &Context) -> &'static str {
    match ctx.err() {
        None => "goes on",
        Some(_) => "stopped",
    }
}

fn main() {
    let (day, _close) = Context::background().with_cancel();
    let (emma, emma_leaves) = day.with_cancel();
    let (paul, _paul_leaves) = day.with_cancel();
    let (cellar, _cellar_done) = emma.with_cancel();

    emma_leaves.cancel();
    println!("the day: {}", state(&day));
    println!("Emma's request: {}", state(&emma));
    println!("her clerk in the cellar: {}", state(&cellar));
    println!("Paul's request: {}", state(&paul));
}
