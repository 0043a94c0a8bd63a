//! Random programs, each of which is a function.

use std::cell::UnsafeCell;
use std::explorer::{Limits, Merging, Options, explore};
use std::sync::atomic::Ordering::*;
use std::sync::atomic::{AtomicU8, fence};
use std::sync::{Arc, Barrier, Condvar, Mutex, Once, OnceLock, RwLock, mpsc};
use std::thread::{self, JoinHandle};

#[repr(C, align(8))]
struct Bytes([u8; 8]);

#[derive(Clone, Copy)]
#[repr(C)]
struct Pair {
    a: u32,
    b: u32,
    c: u64,
}

struct Shared(UnsafeCell<u32>);
unsafe impl Sync for Shared {}

struct Board(UnsafeCell<u32>);
unsafe impl Sync for Board {}
unsafe impl Send for Board {}

impl Drop for Board {
    fn drop(&mut self) {
        *self.0.get_mut() += 1;
    }
}

static mut BYTES: Bytes = Bytes([0; 8]);
static mut PAIR: Pair = Pair { a: 1, b: 2, c: 3 };
static mut OTHER: Pair = Pair { a: 4, b: 5, c: 6 };
static mut ROW: [u32; 2] = [0; 2];
static CELL: Shared = Shared(UnsafeCell::new(0));

static LOCK: Mutex<()> = Mutex::new(());
static READY: Mutex<bool> = Mutex::new(false);
static BELL: Condvar = Condvar::new();
static SHELF: RwLock<()> = RwLock::new(());
static DESK: parking_lot::RwLock<()> = parking_lot::RwLock::new(());
static ATOMICS: [AtomicU8; 2] = [AtomicU8::new(0), AtomicU8::new(0)];
static ONCE: Once = Once::new();
static FULL: OnceLock<u32> = OnceLock::new();

fn at<T>(offset: usize) -> *mut T {
    (&raw mut BYTES).cast::<u8>().wrapping_add(offset).cast()
}

fn start(work: Box<dyn FnOnce() + Send>) -> JoinHandle<()> {
    thread::spawn(work)
}

/// Prints a line for each: the seed, and the pairs of lines that race.
fn main() {
    let options = Options {
        sees_memory: true,
        file: file!().to_owned(),
        limits: Limits {
            states: 30_000,
            time: std::time::Duration::from_secs(20),
            samples: 0,
            ..Limits::default()
        },
        ..Options::default()
    };
    let options = options.merging(Merging::History);
    for (seed, program) in PROGRAMS {
        let found = explore(&options, *program);
        let races = found.endings.iter().filter(|ending| ending.outcome.kind.name() == "race");
        let mut pairs: Vec<(u32, u32)> = races
            .map(|race| {
                let [one, other] = race.outcome.troubles.as_slice() else {
                    panic!("a race has two sides");
                };
                let (one, other) = (one.position.0, other.position.0);
                (one.min(other), one.max(other))
            })
            .collect();
        pairs.sort_unstable();
        let cut = if found.is_complete() { "" } else { " cut" };
        println!("{seed} {pairs:?}{cut}");
    }
}

