//! Rejected: a printer without messages can be closed
//! Says: deadlock
//!
//! Joins while the sender is still there.

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
            for message in tray {
                message.iter().for_each(|line| paper(line));
            }
        });
        Printer { messages, thread }
    }

    pub fn print(&self, message: &[&str]) {
        let message = message.iter().map(|line| (*line).to_owned()).collect();
        self.messages.send(message).unwrap();
    }

    pub fn close(self) {
        let Printer {
            thread,
            messages: _open,
        } = self;
        thread.join().unwrap();
    }
}
