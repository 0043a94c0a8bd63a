//! The results come by a channel, and are kept in a locked list.

use parking_lot::Mutex;
use std::sync::mpsc;
use std::thread;

pub fn sum(numbers: &[u64], add: impl Fn(&[u64]) -> u64 + Sync) -> u64 {
    let results = Mutex::new(Vec::new());
    let (first, second) = numbers.split_at(numbers.len() / 2);
    thread::scope(|scope| {
        let (send, receive) = mpsc::channel();
        for part in [first, second] {
            let (send, add) = (send.clone(), &add);
            scope.spawn(move || send.send(add(part)).unwrap());
        }
        drop(send);
        for result in receive {
            results.lock().push(result);
        }
    });
    results.into_inner().iter().sum()
}
