//! Rejected: nobody waits for the paper
//!
//! No message is mixed with another, and everybody stands in line at the printer.

use std::sync::Mutex;

type Paper = Box<dyn FnMut(&str) + Send>;

pub struct Printer(Mutex<Paper>);

impl Printer {
    pub fn start(paper: impl FnMut(&str) + Send + 'static) -> Printer {
        Printer(Mutex::new(Box::new(paper)))
    }

    pub fn print(&self, message: &[&str]) {
        let mut paper = self.0.lock().unwrap();
        message.iter().for_each(|line| paper(line));
    }

    pub fn close(self) {}
}
