// Two threads add to a plain number.
use std::thread;

static mut TOTAL: u32 = 0;

fn main() {
    let clerks = [1, 2].map(|_| {
        thread::spawn(|| {
            for _ in 0..1000 {
                unsafe { TOTAL += 1 }; // race
            }
        })
    });
    for clerk in clerks {
        clerk.join().unwrap();
    }
    println!("{}", unsafe { TOTAL });
}
