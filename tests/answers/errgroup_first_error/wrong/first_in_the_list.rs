//! Rejected: what fails because of the first failure is not returned
//!
//! The others are told in time, but the errors are looked at in the order of the list.

use listings::Context;
use std::thread;

pub type Task = Box<dyn FnOnce(&Context) -> Result<(), String> + Send>;

pub fn run_all(tasks: Vec<Task>) -> Result<(), String> {
    let (ctx, cancel) = &Context::background().with_cancel();
    thread::scope(|scope| {
        let threads: Vec<_> = tasks
            .into_iter()
            .map(|task| scope.spawn(move || task(ctx).inspect_err(|_| cancel.cancel())))
            .collect();
        let ends: Vec<_> = threads
            .into_iter()
            .map(|thread| thread.join().unwrap())
            .collect();
        ends.into_iter().collect()
    })
}
