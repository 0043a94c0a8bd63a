//! A worker stops when it is told to; how much it has done by then is open.
//!
//! - done: 1 × "0 done"
//! - done: 2 × "1 done"
//! - done: 3 × "2 done"

use crossbeam_channel::{bounded, select, unbounded};
use std::thread;

pub fn main() {
    let (stop, stopped) = bounded::<()>(0);
    let (task, tasks) = unbounded();
    task.send(()).unwrap();
    task.send(()).unwrap();
    let worker = thread::spawn(move || {
        let mut done = 0;
        loop {
            select! {
                recv(stopped) -> _ => break done,
                recv(tasks) -> _ => done += 1,
            }
        }
    });
    drop(stop);
    println!("{} done", worker.join().unwrap());
    drop(task);
}
