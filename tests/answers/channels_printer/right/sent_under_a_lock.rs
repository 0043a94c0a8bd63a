//! Line after line, under a lock around the sender; the end is a channel that is closed.

use crossbeam_channel::{Receiver, Sender, bounded, unbounded};
use std::sync::Mutex;
use std::thread;

pub struct Printer {
    lines: Mutex<Sender<String>>,
    done: Receiver<()>,
}

impl Printer {
    pub fn start(mut paper: impl FnMut(&str) + Send + 'static) -> Printer {
        let (lines, tray) = unbounded::<String>();
        let (end, done) = bounded(0);
        thread::spawn(move || {
            tray.iter().for_each(|line| paper(&line));
            drop::<Sender<()>>(end);
        });
        let lines = Mutex::new(lines);
        Printer { lines, done }
    }

    pub fn print(&self, message: &[&str]) {
        let lines = self.lines.lock().unwrap();
        for line in message {
            lines.send((*line).to_owned()).unwrap();
        }
    }

    pub fn close(self) {
        drop(self.lines);
        let _ = self.done.recv();
    }
}
