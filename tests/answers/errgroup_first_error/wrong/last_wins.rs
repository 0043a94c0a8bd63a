//! Rejected: what fails because of the first failure is not returned
//!
//! Each failure takes the place of the one before.

use listings::Context;
use std::sync::{Arc, Mutex};
use std::thread;

pub type Task = Box<dyn FnOnce(&Context) -> Result<(), String> + Send>;

pub fn run_all(tasks: Vec<Task>) -> Result<(), String> {
    let (ctx, cancel) = Context::background().with_cancel();
    let group = Arc::new((Mutex::new(Ok(())), cancel));
    let threads: Vec<_> = tasks
        .into_iter()
        .map(|task| {
            let (ctx, group) = (ctx.clone(), Arc::clone(&group));
            thread::spawn(move || {
                if let Err(error) = task(&ctx) {
                    *group.0.lock().unwrap() = Err(error);
                    group.1.cancel();
                }
            })
        })
        .collect();
    for thread in threads {
        thread.join().unwrap();
    }
    group.0.lock().unwrap().clone()
}
