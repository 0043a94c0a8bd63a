use listings::{Context, ErrGroup};

fn main() {
    let (group, ctx) = ErrGroup::with_context(&Context::background());
    let cellar = ctx.clone();
    group.go(move || {
        // Nobody comes to the cellar with a book, so he waits for the end.
        cellar.done().recv().unwrap_err();
        println!("the cellar stops: {}", cellar.cause().unwrap());
        Ok(cellar.check()?)
    });
    group.go(|| Err("the ladder is broken".into()));
    println!("the group: {}", group.wait().unwrap_err());
}
