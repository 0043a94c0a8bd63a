//! Rejected: messages are not mixed

use std::sync::mpsc::{Sender, channel};
use std::thread::{self, JoinHandle};

pub struct Printer {
    lines: Sender<String>,
    thread: JoinHandle<()>,
}

impl Printer {
    pub fn start(mut paper: impl FnMut(&str) + Send + 'static) -> Printer {
        let (lines, tray) = channel::<String>();
        let thread = thread::spawn(move || tray.iter().for_each(|line| paper(&line)));
        Printer { lines, thread }
    }

    pub fn print(&self, message: &[&str]) {
        for line in message {
            self.lines.send((*line).to_owned()).unwrap();
        }
    }

    pub fn close(self) {
        drop(self.lines);
        self.thread.join().unwrap();
    }
}
