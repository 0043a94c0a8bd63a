use listings::Context;

struct Slip(Option<u32>);

fn request() -> Context {
    let (ctx, _cancel) = Context::background().with_cancel();
    ctx
}

fn main() {
    println!("its owner has returned: {}", request().err().unwrap());
    let empty = Context::background().with_value(Slip(None));
    let slip = empty.value::<Slip>();
    println!("a slip without a number: {:?}", slip.map(|slip| slip.0));
}
