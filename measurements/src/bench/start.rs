//! Starting many at once: they all exist before the first may end.

use super::Bench;
use std::fs;
use std::sync::{Arc, Barrier};
use std::thread;
use std::time::Instant;
use tokio::sync::Semaphore;

const THREADS: usize = 10_000;
const TASKS: usize = 100_000;
const SMALL_STACK: usize = 64 * 1024;

/// What a run of many took, for each of them.
struct Each {
    nanoseconds: f64,
    bytes: f64,
}

/// The memory that this process has in use, in bytes. Linux only; elsewhere nothing is in use.
fn memory() -> f64 {
    let status = fs::read_to_string("/proc/self/statm").unwrap_or_default();
    let pages = status
        .split(' ')
        .nth(1)
        .and_then(|pages| pages.parse::<f64>().ok());
    pages.unwrap_or(0.0) * 4096.0
}

fn threads() -> Each {
    let (before, start) = (memory(), Instant::now());
    let all_here = Arc::new(Barrier::new(THREADS + 1));
    let may_go = Arc::new(Barrier::new(THREADS + 1));
    let handles: Vec<_> = (0..THREADS)
        .map(|_| {
            let (all_here, may_go) = (Arc::clone(&all_here), Arc::clone(&may_go));
            let worker = move || {
                all_here.wait();
                may_go.wait();
            };
            let builder = thread::Builder::new().stack_size(SMALL_STACK);
            builder.spawn(worker).expect("as many threads as that")
        })
        .collect();
    all_here.wait();
    let bytes = (memory() - before).max(0.0) / THREADS as f64;
    may_go.wait();
    handles
        .into_iter()
        .for_each(|handle| handle.join().expect("no thread panics"));
    Each {
        nanoseconds: start.elapsed().as_nanos() as f64 / THREADS as f64,
        bytes,
    }
}

fn tasks() -> Each {
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .build()
        .expect("a runtime");
    runtime.block_on(async {
        let (before, start) = (memory(), Instant::now());
        let all_here = Arc::new(Semaphore::new(0));
        let may_go = Arc::new(Semaphore::new(0));
        let handles: Vec<_> = (0..TASKS)
            .map(|_| {
                let (all_here, may_go) = (Arc::clone(&all_here), Arc::clone(&may_go));
                tokio::spawn(async move {
                    all_here.add_permits(1);
                    drop(may_go.acquire().await);
                })
            })
            .collect();
        drop(all_here.acquire_many(TASKS as u32).await);
        let bytes = (memory() - before).max(0.0) / TASKS as f64;
        may_go.add_permits(TASKS);
        for handle in handles {
            handle.await.expect("no task panics");
        }
        Each {
            nanoseconds: start.elapsed().as_nanos() as f64 / TASKS as f64,
            bytes,
        }
    })
}

pub(super) fn benches() -> Vec<Bench> {
    vec![
        Bench::new("start", "time for each", "std thread", || {
            threads().nanoseconds
        }),
        Bench::new("start", "time for each", "tokio task", || {
            tasks().nanoseconds
        }),
        Bench::new("start", "memory for each", "std thread", || threads().bytes),
        Bench::new("start", "memory for each", "tokio task", || tasks().bytes),
    ]
}
