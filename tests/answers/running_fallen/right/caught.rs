//! Each clerk catches the panic and reports it.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc;
use std::thread;

pub type Job = Box<dyn FnOnce() + Send>;

pub fn fallen(jobs: Vec<Job>) -> usize {
    let (send, receive) = mpsc::channel();
    thread::scope(|scope| {
        for job in jobs {
            let send = send.clone();
            scope.spawn(move || {
                let fell = catch_unwind(AssertUnwindSafe(job)).is_err();
                send.send(fell).unwrap();
            });
        }
    });
    drop(send);
    receive.into_iter().filter(|fell| *fell).count()
}
