// A Barrier from std: all write, then all read what the others wrote.
use std::cell::UnsafeCell;
use std::sync::Barrier;
use std::thread;

struct Desk(UnsafeCell<u32>);
unsafe impl Sync for Desk {}

fn main() {
    let desks = [const { Desk(UnsafeCell::new(0)) }; 3];
    let barrier = Barrier::new(3);
    thread::scope(|s| {
        for own in 0..3 {
            let (desks, barrier) = (&desks, &barrier);
            s.spawn(move || {
                for round in 1..20 {
                    unsafe { *desks[own].0.get() = round };
                    barrier.wait();
                    let sum: u32 = desks.iter().map(|desk| unsafe { *desk.0.get() }).sum();
                    assert_eq!(sum, 3 * round);
                    barrier.wait();
                }
            });
        }
    });
    println!("done");
}
