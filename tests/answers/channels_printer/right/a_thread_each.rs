//! A thread for each message; each waits for the one before, and the paper goes from hand to hand.

use std::sync::Mutex;
use std::thread::{self, JoinHandle};

type Paper = Box<dyn FnMut(&str) + Send>;

pub struct Printer(Mutex<JoinHandle<Paper>>);

impl Printer {
    pub fn start(paper: impl FnMut(&str) + Send + 'static) -> Printer {
        let paper: Paper = Box::new(paper);
        Printer(Mutex::new(thread::spawn(|| paper)))
    }

    pub fn print(&self, message: &[&str]) {
        let message: Vec<String> = message.iter().map(|line| (*line).to_owned()).collect();
        let mut last = self.0.lock().unwrap();
        let nobody = thread::spawn(|| -> Paper { Box::new(|_| ()) });
        let before = std::mem::replace(&mut *last, nobody);
        *last = thread::spawn(move || {
            let mut paper = before.join().unwrap();
            message.iter().for_each(|line| paper(line));
            paper
        });
    }

    pub fn close(self) {
        drop(self.0.into_inner().unwrap().join().unwrap());
    }
}
