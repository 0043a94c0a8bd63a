use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering::SeqCst};
use std::thread;

#[derive(Default)]
struct Notice {
    ended: AtomicBool,
    why: Mutex<&'static str>,
}

impl Notice {
    fn cancel(&self, why: &'static str) {
        if !self.ended.load(SeqCst) {
            *self.why.lock().unwrap() = why;
            self.ended.store(true, SeqCst);
        }
    }
}

fn main() {
    let notice = Notice::default();
    thread::scope(|s| {
        for why in ["the reader has left", "we are closing"] {
            let notice = &notice;
            s.spawn(move || {
                notice.cancel(why);
                println!("stopped: {}", notice.why.lock().unwrap());
            });
        }
    });
}
