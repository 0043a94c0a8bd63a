// The course's own WaitGroup, and then everybody's work is read.
use std::thread;

use listings::WaitGroup;

static mut DESKS: [u32; 3] = [0; 3];

fn main() {
    let wg = WaitGroup::new();
    for own in 0..3 {
        wg.add(1);
        let wg = wg.clone();
        thread::spawn(move || {
            unsafe { DESKS[own] = 1 };
            wg.done();
        });
    }
    wg.wait();
    println!("{}", unsafe { DESKS[0] + DESKS[1] + DESKS[2] });
}
