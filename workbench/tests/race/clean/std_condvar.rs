// A Condvar from std, with and without a time limit.
use std::collections::VecDeque;
use std::sync::{Condvar, Mutex};
use std::thread;
use std::time::Duration;

fn main() {
    let (queue, ready) = (Mutex::new(VecDeque::new()), Condvar::new());
    let sum: u64 = thread::scope(|s| {
        let clerk = s.spawn(|| {
            let mut sum = 0;
            for _ in 0..100 {
                let waiting = queue.lock().unwrap();
                let mut waiting = ready.wait_while(waiting, |queue| queue.is_empty()).unwrap();
                let books: Vec<u64> = waiting.pop_front().unwrap();
                sum += books.iter().sum::<u64>();
            }
            let rest = queue.lock().unwrap();
            let (rest, time) = ready.wait_timeout(rest, Duration::from_millis(1)).unwrap();
            assert!(rest.is_empty() || !time.timed_out());
            sum
        });
        for number in 0..100 {
            queue.lock().unwrap().push_back(vec![number; 3]);
            ready.notify_one();
        }
        clerk.join().unwrap()
    });
    println!("{sum}");
}
