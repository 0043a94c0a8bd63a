use std::sync::{Condvar, Mutex};
use std::thread;
use std::time::{Duration, Instant};

const TURNS: u32 = 20_000; // for each of two clerks

fn timed(clerk: impl Fn(u32) + Sync) -> Duration {
    let start = Instant::now();
    thread::scope(|s| {
        s.spawn(|| clerk(0));
        clerk(1);
    });
    start.elapsed()
}

fn main() {
    let (turn, bell) = (Mutex::new(0), Condvar::new());
    let condition = timed(|me| {
        for _ in 0..TURNS {
            let mut turn = turn.lock().unwrap();
            while *turn % 2 != me {
                turn = bell.wait(turn).unwrap();
            }
            *turn += 1;
            bell.notify_one();
        }
    });

    let turn = Mutex::new(0);
    let polling = timed(|me| {
        for _ in 0..TURNS {
            while *turn.lock().unwrap() % 2 != me {
                thread::yield_now();
            }
            *turn.lock().unwrap() += 1;
        }
    });

    let ratio = polling.as_secs_f64() / condition.as_secs_f64();
    println!("polling: {ratio:.2} times as long as the condition");
}
