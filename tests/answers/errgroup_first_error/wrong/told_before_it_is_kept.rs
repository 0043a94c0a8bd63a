//! Rejected: what fails because of the first failure is not returned
//!
//! Between the telling and the keeping another one fails, and is kept.

use listings::Context;
use std::sync::{Arc, Mutex};
use std::thread;

pub type Task = Box<dyn FnOnce(&Context) -> Result<(), String> + Send>;

pub fn run_all(tasks: Vec<Task>) -> Result<(), String> {
    let (ctx, cancel) = Context::background().with_cancel();
    let group = Arc::new((Mutex::new(None), cancel));
    let threads: Vec<_> = tasks
        .into_iter()
        .map(|task| {
            let (ctx, group) = (ctx.clone(), Arc::clone(&group));
            thread::spawn(move || {
                if let Err(error) = task(&ctx) {
                    group.1.cancel();
                    group.0.lock().unwrap().get_or_insert(error);
                }
            })
        })
        .collect();
    for thread in threads {
        thread.join().unwrap();
    }
    let first = group.0.lock().unwrap().take();
    first.map_or(Ok(()), Err)
}
