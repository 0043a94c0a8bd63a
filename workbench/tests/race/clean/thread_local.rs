// What belongs to a thread is nobody else's.
use std::cell::RefCell;
use std::thread;

thread_local! {
    static NOTES: RefCell<Vec<u32>> = const { RefCell::new(Vec::new()) };
}

fn main() {
    let clerks = [1, 2, 3].map(|number| {
        thread::spawn(move || {
            for slip in 0..100 {
                NOTES.with_borrow_mut(|notes| notes.push(slip * number));
            }
            NOTES.take().len()
        })
    });
    let all: usize = clerks.map(|clerk| clerk.join().unwrap()).iter().sum();
    println!("{all}");
}
