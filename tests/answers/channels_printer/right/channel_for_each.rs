//! Each message is a channel of its own, and its lines are sent after it was handed in.

use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread::{self, JoinHandle};
pub struct Printer(Sender<Receiver<String>>, JoinHandle<()>);
impl Printer {
    pub fn start(mut paper: impl FnMut(&str) + Send + 'static) -> Printer {
        let (out, messages) = channel::<Receiver<String>>();
        Printer(
            out,
            thread::spawn(move || {
                for message in messages {
                    for line in message {
                        paper(&line);
                    }
                }
            }),
        )
    }
    pub fn print(&self, message: &[&str]) {
        let (out, lines) = channel();
        self.0.send(lines).unwrap();
        for line in message {
            out.send(line.to_string()).unwrap();
        }
    }
    pub fn close(self) {
        drop(self.0);
        self.1.join().unwrap();
    }
}
