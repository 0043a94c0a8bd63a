//! Each sends how it ended; the first error that is received is the first, for the others are told
//! after it was received.

use listings::Context;
use std::sync::mpsc::channel;
use std::thread;

pub type Task = Box<dyn FnOnce(&Context) -> Result<(), String> + Send>;

pub fn run_all(tasks: Vec<Task>) -> Result<(), String> {
    let (ctx, cancel) = Context::background().with_cancel();
    let (tell, told) = channel();
    for task in tasks {
        let (ctx, tell) = (ctx.clone(), tell.clone());
        thread::spawn(move || {
            let _ = tell.send(task(&ctx));
        });
    }
    drop(tell);
    let mut result = Ok(());
    for ended in told {
        if result.is_ok() && ended.is_err() {
            cancel.cancel();
            result = ended;
        }
    }
    result
}
