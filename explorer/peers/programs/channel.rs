//! Two senders: in which order their messages come.

use super::sync::mpsc::channel;
use super::thread;

pub fn run() -> String {
    let (sender, receiver) = channel();
    let again = sender.clone();
    let one = thread::spawn(move || sender.send(1).unwrap());
    let other = thread::spawn(move || again.send(2).unwrap());
    let (first, second) = (receiver.recv().unwrap(), receiver.recv().unwrap());
    one.join().unwrap();
    other.join().unwrap();
    format!("{first} {second}")
}
