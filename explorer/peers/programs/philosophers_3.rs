//! Three philosophers, of whom the last takes the right fork first: nobody starves.

use super::sync::{Arc, Mutex};
use super::thread;

const SEATS: usize = 3;

pub fn run() -> String {
    let forks: Arc<Vec<_>> = Arc::new((0..SEATS).map(|_| Mutex::new(())).collect());
    let threads: Vec<_> = (0..SEATS)
        .map(|seat| {
            let forks = Arc::clone(&forks);
            let (left, right) = (seat, (seat + 1) % SEATS);
            thread::spawn(move || {
                let _first = forks[left.min(right)].lock().unwrap();
                let _second = forks[left.max(right)].lock().unwrap();
            })
        })
        .collect();
    threads.into_iter().for_each(|thread| thread.join().unwrap());
    "all have eaten".to_owned()
}
