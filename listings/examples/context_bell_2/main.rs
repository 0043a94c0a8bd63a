use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering::SeqCst};
use std::thread;

#[derive(Default)]
struct Scope {
    ended: AtomicBool,
    why: Mutex<&'static str>,
}

impl Scope {
    fn cancel(&self, why: &'static str) {
        if !self.ended.load(SeqCst) {
            *self.why.lock().unwrap() = why;
            self.ended.store(true, SeqCst);
        }
    }
}

fn main() {
    let scope = Scope::default();
    thread::scope(|s| {
        for why in ["the reader has left", "we are closing"] {
            let scope = &scope;
            s.spawn(move || {
                scope.cancel(why);
                println!("stopped: {}", scope.why.lock().unwrap());
            });
        }
    });
}
