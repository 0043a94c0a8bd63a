//! deadlock: main at line 8 waits: join reader (reader has not ended); reader at line 7 waits: recv channel (channel has no message)

use std::{sync::mpsc, thread};

fn main() {
    let (send, receive) = mpsc::channel::<u32>();
    let reader = thread::spawn(move || receive.recv());
    let _ = reader.join();
    drop(send);
}
