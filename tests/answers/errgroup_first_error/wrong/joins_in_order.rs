//! Rejected: the others are told of a failure
//! Says: deadlock
//!
//! Cancels when it joins the one who failed, and waits for another one until then.

use listings::Context;
use std::thread;

pub type Task = Box<dyn FnOnce(&Context) -> Result<(), String> + Send>;

pub fn run_all(tasks: Vec<Task>) -> Result<(), String> {
    let (ctx, cancel) = Context::background().with_cancel();
    let threads: Vec<_> = tasks
        .into_iter()
        .map(|task| {
            let ctx = ctx.clone();
            thread::spawn(move || task(&ctx))
        })
        .collect();
    let mut result = Ok(());
    for thread in threads {
        let ended = thread.join().unwrap();
        if ended.is_err() && result.is_ok() {
            cancel.cancel();
            result = ended;
        }
    }
    result
}
