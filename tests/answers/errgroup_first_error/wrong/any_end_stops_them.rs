//! Rejected: nobody is told before somebody has failed

use listings::Context;
use std::sync::Mutex;
use std::thread;

pub type Task = Box<dyn FnOnce(&Context) -> Result<(), String> + Send>;

pub fn run_all(tasks: Vec<Task>) -> Result<(), String> {
    let (ctx, cancel) = Context::background().with_cancel();
    let first = Mutex::new(None);
    thread::scope(|scope| {
        for task in tasks {
            scope.spawn(|| {
                if let Err(error) = task(&ctx) {
                    first.lock().unwrap().get_or_insert(error);
                }
                cancel.cancel();
            });
        }
    });
    first.into_inner().unwrap().map_or(Ok(()), Err)
}
