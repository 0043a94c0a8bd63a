//! A ticker ticks until somebody says stop: a cycle, from which one gets out.
//!
//! - done: "stopped"

use crossbeam_channel::{select, tick, unbounded};
use std::thread;
use std::time::Duration;

pub fn main() {
    let (stop, stopped) = unbounded::<()>();
    let ticker = tick(Duration::from_millis(1));
    let worker = thread::spawn(move || {
        loop {
            select! {
                recv(ticker) -> _ => {}
                recv(stopped) -> _ => break,
            }
        }
    });
    drop(stop);
    worker.join().unwrap();
    println!("stopped");
}
