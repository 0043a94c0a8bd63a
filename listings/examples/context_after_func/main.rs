use std::sync::mpsc;

use listings::Context;

fn main() {
    let (ctx, cancel) = Context::background().with_cancel();
    let (tell, told) = mpsc::channel();
    let mut wake = ctx.after_func(move || tell.send("the clerk is woken").unwrap());
    let mut lights = ctx.after_func(|| unreachable!("was called off"));

    println!("called off: {}", lights.stop());
    println!("called off again: {}", lights.stop());
    cancel.cancel();
    println!("{}", told.recv().unwrap());
    println!("called off too late: {}", wake.stop());
}
