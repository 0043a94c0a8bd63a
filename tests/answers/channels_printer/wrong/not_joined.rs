//! Rejected: what is handed in is on paper after `close`

use std::sync::mpsc::{Sender, channel};
use std::thread;

pub struct Printer(Sender<Vec<String>>);

impl Printer {
    pub fn start(mut paper: impl FnMut(&str) + Send + 'static) -> Printer {
        let (messages, tray) = channel::<Vec<String>>();
        thread::spawn(move || {
            for message in tray {
                message.iter().for_each(|line| paper(line));
            }
        });
        Printer(messages)
    }

    pub fn print(&self, message: &[&str]) {
        let message = message.iter().map(|line| (*line).to_owned()).collect();
        self.0.send(message).unwrap();
    }

    pub fn close(self) {}
}
