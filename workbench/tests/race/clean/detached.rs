// A thread that nobody waits for, and that touches nothing of the others.
use std::thread;

fn main() {
    thread::spawn(|| {
        let mut own = vec![0; 100];
        loop {
            for place in &mut own {
                *place += 1;
            }
            thread::yield_now();
        }
    });
    println!("the library closes");
}
