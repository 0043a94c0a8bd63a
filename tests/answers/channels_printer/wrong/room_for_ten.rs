//! Rejected: nobody waits for the paper
//!
//! Nobody waits, as a rule.

use std::sync::mpsc::{SyncSender, sync_channel};
use std::thread::{self, JoinHandle};
pub struct Printer {
    tray: SyncSender<Vec<String>>,
    thread: JoinHandle<()>,
}
impl Printer {
    pub fn start(mut paper: impl FnMut(&str) + Send + 'static) -> Printer {
        let (tray, messages) = sync_channel::<Vec<String>>(10);
        Printer {
            tray,
            thread: thread::spawn(move || {
                for m in messages {
                    m.iter().for_each(|l| paper(l));
                }
            }),
        }
    }
    pub fn print(&self, message: &[&str]) {
        self.tray
            .send(message.iter().map(|l| l.to_string()).collect())
            .unwrap();
    }
    pub fn close(self) {
        drop(self.tray);
        self.thread.join().unwrap();
    }
}
