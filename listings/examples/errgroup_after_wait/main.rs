use listings::{Context, ErrGroup};

fn main() {
    let (group, ctx) = ErrGroup::with_context(&Context::background());
    group.go(|| Ok(()));
    println!("all went well: {}", group.wait().is_ok());
    match ctx.check() {
        Ok(()) => println!("on with it"),
        Err(why) => println!("and now: {why}"),
    }
}
