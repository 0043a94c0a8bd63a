//! The ladders are messages in a channel.

use crossbeam_channel::{Receiver, Sender, bounded};

pub struct Ladders(Sender<()>, Receiver<()>);

impl Ladders {
    pub fn new(count: usize) -> Ladders {
        let (put, take) = bounded(count);
        (0..count).for_each(|_| put.send(()).unwrap());
        Ladders(put, take)
    }

    pub fn take(&self) {
        self.1.recv().unwrap();
    }

    pub fn put_back(&self) {
        self.0.send(()).unwrap();
    }
}
