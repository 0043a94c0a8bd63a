use std::collections::HashMap;
use std::hint::black_box;
use std::sync::{Mutex, RwLock};
use std::thread;
use std::time::Instant;

use crossbeam_channel::{Sender, bounded, unbounded};
use listings::books::{self, Book};

const CLERKS: usize = 4;
const LOOKUPS: usize = 100_000;

type Books = HashMap<usize, Book>;

fn all_books() -> Books {
    (1..=10).zip(books::DATABASE).collect()
}

/// How long four clerks take to look up 100,000 books each.
fn seconds(find: impl Fn(usize) -> Book + Sync) -> f64 {
    let start = Instant::now();
    thread::scope(|s| {
        for clerk in 0..CLERKS {
            let find = &find;
            s.spawn(move || {
                for n in 0..LOOKUPS {
                    black_box(find((n + clerk) % 10 + 1));
                }
            });
        }
    });
    start.elapsed().as_secs_f64()
}

fn owner() -> Sender<(usize, Sender<Book>)> {
    let (ask, requests) = unbounded::<(usize, Sender<Book>)>();
    thread::spawn(move || {
        let cache = all_books();
        for (id, answer) in requests {
            let _ = answer.send(cache[&id]);
        }
    });
    ask
}

fn main() {
    let locked = Mutex::new(all_books());
    let one_lock = seconds(|id| locked.lock().unwrap()[&id]);

    let read_write = RwLock::new(all_books());
    let many_readers = seconds(|id| read_write.read().unwrap()[&id]);

    let shards: Vec<Mutex<Books>> = (0..16).map(|_| Mutex::new(all_books())).collect();
    let sharded = seconds(|id| shards[id % 16].lock().unwrap()[&id]);

    let ask = owner();
    let owned = seconds(|id| {
        let (answer, take) = bounded(1);
        ask.send((id, answer)).unwrap();
        take.recv().unwrap()
    });

    println!("one mutex        1.0");
    println!("read-write lock  {:.1}", many_readers / one_lock);
    println!("sixteen mutexes  {:.1}", sharded / one_lock);
    println!("an owner         {:.1}", owned / one_lock);
}
