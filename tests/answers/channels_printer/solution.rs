use std::sync::mpsc::{Sender, channel};
use std::thread::{self, JoinHandle};

/// The printer, which has a thread of its own.
pub struct Printer {
    messages: Sender<Vec<String>>,
    thread: JoinHandle<()>,
}

impl Printer {
    /// A printer that calls `paper` with one line after the other.
    pub fn start(mut paper: impl FnMut(&str) + Send + 'static) -> Printer {
        let (messages, tray) = channel::<Vec<String>>();
        let thread = thread::spawn(move || {
            for message in tray {
                message.iter().for_each(|line| paper(line));
            }
        });
        Printer { messages, thread }
    }

    /// Hands in a message. Does not wait until it is printed.
    pub fn print(&self, message: &[&str]) {
        let message = message.iter().map(|line| (*line).to_owned()).collect();
        self.messages
            .send(message)
            .expect("the printer is there until it is closed");
    }

    /// Returns when everything is on paper.
    pub fn close(self) {
        drop(self.messages);
        self.thread.join().expect("the paper does not panic");
    }
}
