// A Condvar from parking_lot.
use std::collections::VecDeque;
use std::thread;

use parking_lot::{Condvar, Mutex};

fn main() {
    let (queue, ready) = (Mutex::new(VecDeque::new()), Condvar::new());
    let sum: usize = thread::scope(|s| {
        let clerk = s.spawn(|| {
            let mut sum = 0;
            for _ in 0..100 {
                let mut waiting = queue.lock();
                while waiting.is_empty() {
                    ready.wait(&mut waiting);
                }
                let books: Vec<u32> = waiting.pop_front().unwrap();
                sum += books.len();
            }
            sum
        });
        for number in 0..100 {
            queue.lock().push_back(vec![0; number]);
            ready.notify_one();
        }
        clerk.join().unwrap()
    });
    println!("{sum}");
}
