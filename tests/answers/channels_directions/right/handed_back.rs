//! A single hatch is handed back as it is.

use std::sync::mpsc::{Receiver, channel};
use std::thread;
pub fn merge<T: Send + 'static>(hatches: Vec<Receiver<T>>) -> Receiver<T> {
    let (out, all) = channel();
    if hatches.len() == 1 {
        return hatches.into_iter().next().unwrap();
    }
    for (number, hatch) in hatches.into_iter().enumerate() {
        let out = out.clone();
        let name = format!("hatch {number}");
        thread::Builder::new()
            .name(name)
            .spawn(move || {
                let mut open = true;
                while open {
                    open = hatch.recv().is_ok_and(|t| out.send(t).is_ok());
                }
            })
            .expect("a thread");
    }
    all
}
