//! Rejected: they run at the same time

use listings::Context;

pub type Task = Box<dyn FnOnce(&Context) -> Result<(), String> + Send>;

pub fn run_all(tasks: Vec<Task>) -> Result<(), String> {
    let ctx = Context::background();
    tasks.into_iter().try_for_each(|task| task(&ctx))
}
