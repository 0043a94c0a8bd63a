//! Rejected: nobody is told before somebody has failed
//!
//! A lone `_` keeps nothing, so the context has ended before the tasks begin.

use listings::Context;
use std::sync::Mutex;
use std::thread;

pub type Task = Box<dyn FnOnce(&Context) -> Result<(), String> + Send>;

pub fn run_all(tasks: Vec<Task>) -> Result<(), String> {
    let (ctx, _) = Context::background().with_cancel();
    let first = Mutex::new(None);
    thread::scope(|scope| {
        for task in tasks {
            scope.spawn(|| {
                if let Err(error) = task(&ctx) {
                    first.lock().unwrap().get_or_insert(error);
                }
            });
        }
    });
    first.into_inner().unwrap().map_or(Ok(()), Err)
}
