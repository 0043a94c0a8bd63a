//! Rejected: the printer prints in a thread of its own
//!
//! Everything is kept until the end, and whoever closes prints it.

use std::sync::Mutex;

type Paper = Box<dyn FnMut(&str) + Send>;

pub struct Printer(Mutex<(Paper, Vec<String>)>);

impl Printer {
    pub fn start(paper: impl FnMut(&str) + Send + 'static) -> Printer {
        Printer(Mutex::new((Box::new(paper), Vec::new())))
    }

    pub fn print(&self, message: &[&str]) {
        let lines = &mut self.0.lock().unwrap().1;
        lines.extend(message.iter().map(|line| (*line).to_owned()));
    }

    pub fn close(self) {
        let (mut paper, lines) = self.0.into_inner().unwrap();
        lines.iter().for_each(|line| paper(line));
    }
}
