use listings::Context;
use std::sync::Mutex;
use std::thread;

/// A task. It may listen to its context.
pub type Task = Box<dyn FnOnce(&Context) -> Result<(), String> + Send>;

/// Runs all tasks at the same time. The first failure, if there was one.
pub fn run_all(tasks: Vec<Task>) -> Result<(), String> {
    let (ctx, cancel) = Context::background().with_cancel();
    let first = Mutex::new(None);
    thread::scope(|scope| {
        for task in tasks {
            scope.spawn(|| {
                if let Err(error) = task(&ctx) {
                    // Kept before the others are told, so that theirs come later.
                    first.lock().unwrap().get_or_insert(error);
                    cancel.cancel();
                }
            });
        }
    });
    first.into_inner().unwrap().map_or(Ok(()), Err)
}
