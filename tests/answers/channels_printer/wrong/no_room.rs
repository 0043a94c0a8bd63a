//! Rejected: nobody waits for the paper
//!
//! Waits until the printer takes the message.

use std::sync::mpsc::{SyncSender, sync_channel};
use std::thread::{self, JoinHandle};

pub struct Printer {
    messages: SyncSender<Vec<String>>,
    thread: JoinHandle<()>,
}

impl Printer {
    pub fn start(mut paper: impl FnMut(&str) + Send + 'static) -> Printer {
        let (messages, tray) = sync_channel::<Vec<String>>(0);
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
        drop(self.messages);
        self.thread.join().unwrap();
    }
}
