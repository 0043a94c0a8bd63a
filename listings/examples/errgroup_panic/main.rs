use listings::{Context, ErrGroup};

fn main() {
    let (group, ctx) = ErrGroup::with_context(&Context::background());
    group.go(|| panic!("the ladder broke"));
    group.go(move || {
        ctx.done().recv().unwrap_err();
        println!("the other one has put his book away");
        Ok(())
    });
    let _ = group.wait();
    println!("the library closes");
}
