// The course's own Context: what came before a cancellation is read behind it, and a value is
// read by several threads.
use std::thread;

use listings::Context;

static mut NOTICE: u32 = 0;

fn main() {
    let (context, cancel) = Context::background().with_value(7u32).with_cancel();
    let readers: Vec<_> = (0..2)
        .map(|_| {
            let (below, cancel) = context.with_cancel();
            thread::spawn(move || {
                let _cancel = cancel;
                assert!(below.done().recv().is_err());
                assert!(below.err().is_some());
                unsafe { NOTICE + below.value::<u32>().unwrap() }
            })
        })
        .collect();
    unsafe { NOTICE = 1 };
    cancel.cancel_because("closing time");
    for reader in readers {
        println!("{}", reader.join().unwrap());
    }
}
