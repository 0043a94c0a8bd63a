//! The copies themselves, on a shelf that is a channel.

use crossbeam_channel::{Receiver, Sender, unbounded};

pub struct Copies(Sender<()>, Receiver<()>);

impl Copies {
    pub fn new(copies: u32) -> Copies {
        let (put, take) = unbounded();
        (0..copies).for_each(|_| put.send(()).unwrap());
        Copies(put, take)
    }

    pub fn left(&self) -> u32 {
        self.1.len() as u32
    }

    pub fn lend(&self) -> bool {
        self.1.try_recv().is_ok()
    }

    pub fn put_back(&self) {
        self.0.send(()).unwrap();
    }
}
