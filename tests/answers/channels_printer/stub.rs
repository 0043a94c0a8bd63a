//! Clerks print messages of several lines on one printer. The lines of a message are printed one
//! below the other, and no line of another message between them. The printer prints in a thread of
//! its own, as soon as there is something to print. A line takes long, and no clerk waits for it:
//! `print` returns before the message is on paper. The day ends with `close`, and what was handed
//! in by then is on paper when `close` returns.

use std::sync::mpsc::{Sender, channel};
use std::thread;

/// The printer, which has a thread of its own.
pub struct Printer {
    lines: Sender<String>,
}

impl Printer {
    /// A printer that calls `paper` with one line after the other.
    pub fn start(mut paper: impl FnMut(&str) + Send + 'static) -> Printer {
        let (lines, tray) = channel::<String>();
        thread::spawn(move || tray.iter().for_each(|line| paper(&line)));
        Printer { lines }
    }

    /// Hands in a message. Does not wait until it is printed.
    pub fn print(&self, message: &[&str]) {
        // TODO: what is a message of yours?
        for line in message {
            self.lines.send((*line).to_owned()).unwrap();
        }
    }

    /// Returns when everything is on paper.
    pub fn close(self) {
        // TODO
    }
}
