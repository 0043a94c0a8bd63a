use std::thread;

use crossbeam_channel::bounded;

fn main() {
    let (close, closing) = bounded(0);
    thread::scope(|s| {
        for _ in 0..2 {
            s.spawn(|| closing.recv().unwrap());
        }
        close.send(()).unwrap();
    });
    println!("everybody has gone home");
}
