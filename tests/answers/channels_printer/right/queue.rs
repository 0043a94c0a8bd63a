//! A list under a lock in place of a channel, and a message that says that it is over.

use parking_lot::{Condvar, Mutex};
use std::collections::VecDeque;
use std::sync::Arc;
use std::thread::{self, JoinHandle};

pub struct Printer {
    tray: Arc<(Mutex<VecDeque<Option<String>>>, Condvar)>,
    thread: JoinHandle<()>,
}

impl Printer {
    pub fn start(mut paper: impl FnMut(&str) + Send + 'static) -> Printer {
        let tray = Arc::new((
            Mutex::new(VecDeque::<Option<String>>::new()),
            Condvar::new(),
        ));
        let shared = Arc::clone(&tray);
        let thread = thread::spawn(move || {
            loop {
                let mut messages = shared.0.lock();
                shared
                    .1
                    .wait_while(&mut messages, |messages| messages.is_empty());
                let Some(Some(line)) = messages.pop_front() else {
                    return;
                };
                drop(messages);
                paper(&line);
            }
        });
        Printer { tray, thread }
    }

    pub fn print(&self, message: &[&str]) {
        let lines = message.iter().map(|line| Some((*line).to_owned()));
        self.tray.0.lock().extend(lines);
        self.tray.1.notify_one();
    }

    pub fn close(self) {
        self.tray.0.lock().push_back(None);
        self.tray.1.notify_one();
        self.thread.join().unwrap();
    }
}
