use std::sync::Mutex;
use std::thread;
use std::time::Instant;

/// Nanoseconds for each of so many steps, which two threads share.
fn each(steps: u32) -> f64 {
    let total = Mutex::new(0_u32);
    let start = Instant::now();
    thread::scope(|s| {
        for _ in 0..2 {
            s.spawn(|| {
                for _ in 0..steps / 2 {
                    *total.lock().unwrap() += 1;
                }
            });
        }
    });
    start.elapsed().as_nanos() as f64 / f64::from(steps)
}

fn main() {
    let long = each(2_000_000);
    println!("of 2,000,000 steps, each takes 1");
    println!("of 2,000 steps, each takes     {:.0}", each(2_000) / long);
    println!("of 20 steps, each takes        {:.0}", each(20) / long);
}
