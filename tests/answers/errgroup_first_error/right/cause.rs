//! The first cause of a cancellation stays, so it is the place for the first failure.

use listings::Context;
use std::thread;

pub type Task = Box<dyn FnOnce(&Context) -> Result<(), String> + Send>;

pub fn run_all(tasks: Vec<Task>) -> Result<(), String> {
    let (ctx, cancel) = &Context::background().with_cancel();
    thread::scope(|scope| {
        let run = |task: Task| {
            scope.spawn(move || task(ctx).unwrap_or_else(|e| cancel.cancel_because(e)))
        };
        let threads: Vec<_> = tasks.into_iter().map(run).collect();
        threads
            .into_iter()
            .for_each(|thread| thread.join().unwrap());
    });
    ctx.cause().map_or(Ok(()), |cause| Err(cause.to_string()))
}
