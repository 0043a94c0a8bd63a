//! Several tasks run at the same time, each in a thread of its own, and each may fail. The first
//! failure is what `run_all` returns; the others are told by the context that each task gets, and
//! what they then fail with is of no interest. When `run_all` returns, all of them have ended.

use listings::Context;
use std::thread;

/// A task. It may listen to its context.
pub type Task = Box<dyn FnOnce(&Context) -> Result<(), String> + Send>;

/// Runs all tasks at the same time. The first failure, if there was one.
pub fn run_all(tasks: Vec<Task>) -> Result<(), String> {
    // TODO: nobody is told, and the first in the list need not be the first who fails.
    let ctx = Context::background();
    let threads: Vec<_> = tasks
        .into_iter()
        .map(|task| {
            let ctx = ctx.clone();
            thread::spawn(move || task(&ctx))
        })
        .collect();
    for thread in threads {
        thread.join().unwrap()?;
    }
    Ok(())
}
