use std::thread;

use crossbeam_channel::{Receiver, Sender, bounded};

struct Cancel {
    close: Option<Sender<()>>,
}

impl Cancel {
    fn cancel(&mut self) {
        drop(self.close.take());
    }
}

fn main() {
    let (close, done): (_, Receiver<()>) = bounded(0);
    let mut cancel = Cancel { close: Some(close) };
    thread::scope(|s| {
        s.spawn(|| cancel.cancel()); // the reader has left
        s.spawn(|| cancel.cancel()); // the library closes
    });
    println!("done: {}", done.recv().is_err());
}
