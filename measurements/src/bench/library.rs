//! The cache of the library: four clerks look up books, as fast as they can.

use super::Bench;
use crate::sample::nanoseconds_with_threads;
use listings::books::{self, Book};
use std::collections::HashMap;
use std::hint::black_box;
use std::sync::{Mutex, RwLock};
use std::thread;

const GROUP: &str = "library";
const ROW: &str = "Rust";
const CLERKS: u64 = 4;
const SHARDS: usize = 16;

type Books = HashMap<usize, Book>;

fn all_books() -> Books {
    (1..=10).zip(books::DATABASE).collect()
}

fn lookups(find: impl Fn(usize) -> Book + Sync) -> f64 {
    nanoseconds_with_threads(CLERKS, |clerk, n| {
        for i in 0..n {
            let id = (i + clerk) % 10 + 1;
            black_box(find(id as usize));
        }
    })
}

fn owned() -> f64 {
    let (ask, requests) =
        crossbeam_channel::unbounded::<(usize, crossbeam_channel::Sender<Book>)>();
    let owner = thread::spawn(move || {
        let cache = all_books();
        for (id, answer) in requests {
            answer.send(cache[&id]).expect("whoever asks waits");
        }
    });
    let took = lookups(|id| {
        let (answer, take) = crossbeam_channel::bounded(1);
        ask.send((id, answer)).expect("the owner is there");
        take.recv().expect("the owner answers")
    });
    drop(ask);
    owner.join().expect("the owner does not panic");
    took
}

pub(super) fn benches() -> Vec<Bench> {
    vec![
        Bench::new(GROUP, ROW, "one mutex", || {
            let cache = Mutex::new(all_books());
            lookups(|id| cache.lock().unwrap()[&id])
        }),
        Bench::new(GROUP, ROW, "read-write lock", || {
            let cache = RwLock::new(all_books());
            lookups(|id| cache.read().unwrap()[&id])
        }),
        Bench::new(GROUP, ROW, "sixteen mutexes", || {
            let shards: [Mutex<Books>; SHARDS] = std::array::from_fn(|_| Mutex::new(all_books()));
            lookups(|id| shards[id % SHARDS].lock().unwrap()[&id])
        }),
        Bench::new(GROUP, ROW, "an owner", owned),
    ]
}
