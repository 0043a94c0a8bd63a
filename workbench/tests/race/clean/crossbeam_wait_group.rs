// crossbeam's WaitGroup, and then everybody's work is read.
use std::thread;

use crossbeam_utils::sync::WaitGroup;

static mut DESKS: [u32; 3] = [0; 3];

fn main() {
    let group = WaitGroup::new();
    for own in 0..3 {
        let group = group.clone();
        thread::spawn(move || {
            unsafe { DESKS[own] = 1 };
            drop(group);
        });
    }
    group.wait();
    println!("{}", unsafe { DESKS[0] + DESKS[1] + DESKS[2] });
}
