//! Rejected: every book reaches the desk, in order
//! Says: called once more

use std::sync::mpsc::sync_channel;
use std::thread;
pub fn carry(
    room: usize,
    mut fetch: impl FnMut() -> Option<String> + Send,
    mut desk: impl FnMut(String),
) {
    let (shelf, books) = sync_channel(room);
    thread::scope(|s| {
        s.spawn(move || {
            loop {
                match fetch() {
                    Some(b) => shelf.send(b).unwrap(),
                    None => {
                        if fetch().is_none() {
                            break;
                        }
                    }
                }
            }
        });
        for b in books {
            desk(b);
        }
    });
}
