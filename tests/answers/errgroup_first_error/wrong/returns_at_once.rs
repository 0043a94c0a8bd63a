//! Rejected: all have ended when it returns
//!
//! The first error is returned as soon as it is known.

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
    for ended in told {
        if ended.is_err() {
            cancel.cancel();
            return ended;
        }
    }
    Ok(())
}
