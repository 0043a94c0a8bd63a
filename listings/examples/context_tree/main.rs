use listings::Context;

fn state(ctx: &Context) -> &'static str {
    match ctx.err() {
        None => "goes on",
        Some(_) => "stopped",
    }
}

fn main() {
    let (day, _close) = Context::background().with_cancel();
    let (nora, nora_leaves) = day.with_cancel();
    let (paul, _paul_leaves) = day.with_cancel();
    let (cellar, _cellar_done) = nora.with_cancel();

    nora_leaves.cancel();
    println!("the day: {}", state(&day));
    println!("Nora's request: {}", state(&nora));
    println!("her clerk in the cellar: {}", state(&cellar));
    println!("Paul's request: {}", state(&paul));
}
