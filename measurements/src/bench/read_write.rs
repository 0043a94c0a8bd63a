//! A mutex and read-write locks around a small table, at several shares of reads.

use super::Bench;
use crate::sample::nanoseconds_with_threads;
use std::hint::black_box;
use std::sync::{Mutex, RwLock};

const GROUP: &str = "read_write";
const THREADS: u64 = 4;

/// One of this many operations writes.
const ONE_IN: [(u64, &str); 4] = [(2, "50"), (10, "90"), (100, "99"), (1000, "99.9")];

/// How many numbers of the table a reader adds up.
const LENGTHS: [(usize, &str); 3] = [(1, "a look"), (64, "a page"), (1024, "a book")];

type Table = [u64; 1024];

fn read(table: &Table, length: usize) {
    black_box(
        table[..length]
            .iter()
            .fold(0, |a: u64, b| a ^ black_box(*b)),
    );
}

fn write(table: &mut Table, at: u64) {
    table[at as usize % 1024] += 1;
}

/// `number` sets the threads apart, so that not all of them write at the same time.
fn mixed(number: u64, n: u64, one_in: u64, read: impl Fn(), write: impl Fn(u64)) {
    for i in 0..n {
        if (i + number * 7).is_multiple_of(one_in) {
            write(i);
        } else {
            read();
        }
    }
}

pub(super) fn benches() -> Vec<Bench> {
    let mut benches = Vec::new();
    for (length, what) in LENGTHS {
        for (one_in, share) in ONE_IN {
            let row = format!("{what}, {share} % reads");
            benches.push(Bench::new(GROUP, row.clone(), "std Mutex", move || {
                let table = Mutex::new([0; 1024]);
                nanoseconds_with_threads(THREADS, |number, n| {
                    mixed(
                        number,
                        n,
                        one_in,
                        || read(&table.lock().unwrap(), length),
                        |at| write(&mut table.lock().unwrap(), at),
                    );
                })
            }));
            benches.push(Bench::new(GROUP, row.clone(), "std RwLock", move || {
                let table = RwLock::new([0; 1024]);
                nanoseconds_with_threads(THREADS, |number, n| {
                    mixed(
                        number,
                        n,
                        one_in,
                        || read(&table.read().unwrap(), length),
                        |at| write(&mut table.write().unwrap(), at),
                    );
                })
            }));
            benches.push(Bench::new(GROUP, row, "parking_lot RwLock", move || {
                let table = parking_lot::RwLock::new([0; 1024]);
                nanoseconds_with_threads(THREADS, |number, n| {
                    mixed(
                        number,
                        n,
                        one_in,
                        || read(&table.read(), length),
                        |at| write(&mut table.write(), at),
                    );
                })
            }));
        }
    }
    benches
}
