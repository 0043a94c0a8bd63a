use std::error::Error;
use std::fmt;

use listings::Context;

#[derive(Debug)]
struct ShelfBroken(u32);

impl fmt::Display for ShelfBroken {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "shelf {} has broken", self.0)
    }
}

impl Error for ShelfBroken {}

fn main() {
    let (request, cancel) = Context::background().with_cancel();
    let (below, _cancel) = request.with_cancel();
    cancel.cancel_because(ShelfBroken(7));
    cancel.cancel_because("we are closing"); // too late
    let cause = below.cause().unwrap();
    println!("err: {}", below.err().unwrap());
    println!("cause: {cause}");
    let shelf = cause.downcast_ref::<ShelfBroken>().unwrap().0;
    println!("to be repaired: shelf {shelf}");
}
