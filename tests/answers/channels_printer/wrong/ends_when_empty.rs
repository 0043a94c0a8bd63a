//! Rejected: what is handed in is on paper after `close`
//!
//! Takes an empty tray for the end of the day.

use std::sync::mpsc::{Sender, channel};
use std::thread::{self, JoinHandle};

pub struct Printer {
    messages: Sender<Vec<String>>,
    thread: JoinHandle<()>,
}

impl Printer {
    pub fn start(mut paper: impl FnMut(&str) + Send + 'static) -> Printer {
        let (messages, tray) = channel::<Vec<String>>();
        let thread = thread::spawn(move || {
            while let Ok(message) = tray.try_recv() {
                message.iter().for_each(|line| paper(line));
            }
        });
        Printer { messages, thread }
    }

    pub fn print(&self, message: &[&str]) {
        let message = message.iter().map(|line| (*line).to_owned()).collect();
        let _ = self.messages.send(message);
    }

    pub fn close(self) {
        drop(self.messages);
        self.thread.join().unwrap();
    }
}
