//! A `OnceLock` is a place that is filled once; threads are joined by hand.

use listings::Context;
use std::sync::{Arc, OnceLock};
use std::thread;

pub type Task = Box<dyn FnOnce(&Context) -> Result<(), String> + Send>;

pub fn run_all(tasks: Vec<Task>) -> Result<(), String> {
    let (ctx, cancel) = Context::background().with_cancel();
    let group = Arc::new((OnceLock::new(), cancel));
    let threads: Vec<_> = tasks
        .into_iter()
        .map(|task| {
            let (ctx, group) = (ctx.clone(), Arc::clone(&group));
            thread::spawn(move || {
                if let Err(error) = task(&ctx)
                    && group.0.set(error).is_ok()
                {
                    group.1.cancel();
                }
            })
        })
        .collect();
    for thread in threads {
        thread.join().unwrap();
    }
    match group.0.get() {
        None => Ok(()),
        Some(error) => Err(error.clone()),
    }
}
