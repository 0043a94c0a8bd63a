use listings::{Context, ContextError};

struct Reader(&'static str);

fn note(ctx: &Context, what: &str) -> Result<(), ContextError> {
    ctx.check()?; // nothing is begun for a request that has ended
    println!("noted: {} {what}", ctx.value::<Reader>().unwrap().0);
    Ok(())
}

fn main() {
    let nora = Context::background().with_value(Reader("Nora"));
    let (request, leave) = nora.with_cancel();
    leave.cancel();
    if let Err(why) = note(&request, "has left") {
        println!("not noted: {why}");
    }
    note(&request.without_cancel(), "has left").unwrap();
}
