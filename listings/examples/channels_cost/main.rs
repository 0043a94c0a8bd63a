use std::sync::atomic::{AtomicU64, Ordering::Relaxed};
use std::sync::{Mutex, mpsc};
use std::thread;
use std::time::Instant;

const LOANS: u64 = 200_000; // for each of two clerks

fn timed<F: FnMut() + Send>(clerks: [F; 2]) -> f64 {
    let start = Instant::now();
    thread::scope(|s| {
        for mut clerk in clerks {
            s.spawn(move || (0..LOANS).for_each(|_| clerk()));
        }
    });
    start.elapsed().as_secs_f64()
}

fn main() {
    let n = Mutex::new(0);
    let by_lock = || *n.lock().unwrap() += 1;
    let lock = timed([by_lock, by_lock]);

    let number = AtomicU64::new(0);
    let by_step = || _ = number.fetch_add(1, Relaxed);
    let step = timed([by_step, by_step]);

    let (give, slips) = mpsc::sync_channel(1000);
    let owner = thread::spawn(move || slips.iter().sum::<u64>());
    let by_channel = |give: mpsc::SyncSender<u64>| move || give.send(1).unwrap();
    let channel = timed([by_channel(give.clone()), by_channel(give)]);

    let sum = owner.join().unwrap();
    println!("{} {} {sum}", n.into_inner().unwrap(), number.into_inner());
    println!("one step: {:.2} times as long as the lock", step / lock);
    println!("channel: {:.2} times as long as the lock", channel / lock);
}
