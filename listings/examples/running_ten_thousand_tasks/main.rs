// No Go twin: a goroutine is put aside by itself, without `.await`.
use std::fs;
use std::sync::Arc;
use std::time::Instant;
use tokio::runtime::Handle;
use tokio::sync::Barrier;

// ANCHOR: main
const READERS: usize = 10_000;

#[tokio::main]
async fn main() {
    let start = Instant::now();
    let everybody_is_here = Arc::new(Barrier::new(READERS + 1));
    let mut readers = Vec::new();
    for _ in 0..READERS {
        let here = Arc::clone(&everybody_is_here);
        readers.push(tokio::spawn(async move {
            here.wait().await;
        }));
    }
    everybody_is_here.wait().await;
    println!("{READERS} tasks in {:.0?}", start.elapsed());
    println!(
        "worker threads: {}",
        Handle::current().metrics().num_workers()
    );
    println!("memory in use: {} MB", memory_in_use());
    for reader in readers {
        reader.await.unwrap();
    }
}
// ANCHOR_END: main

/// What the process occupies, in MB; 0 where the system does not tell in this way.
fn memory_in_use() -> u64 {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let resident = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    let kilobytes = resident.and_then(|text| text.split_whitespace().next()?.parse::<u64>().ok());
    kilobytes.unwrap_or(0) / 1000
}
