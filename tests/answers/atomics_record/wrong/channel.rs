//! Rejected: whoever is stopped in the middle holds nobody up
//! Says: gets no further until another one goes on
//!
//! A message that is there once is a lock as well.

pub struct Record(
    crossbeam_channel::Sender<u32>,
    crossbeam_channel::Receiver<u32>,
);

impl Default for Record {
    fn default() -> Self {
        let (tx, rx) = crossbeam_channel::bounded(1);
        tx.send(0).unwrap();
        Record(tx, rx)
    }
}

impl Record {
    pub fn note(&self, number: u32) -> bool {
        let l = self.1.recv().unwrap();
        self.0.send(l.max(number)).unwrap();
        number > l
    }

    pub fn largest(&self) -> u32 {
        let l = self.1.recv().unwrap();
        self.0.send(l).unwrap();
        l
    }
}
