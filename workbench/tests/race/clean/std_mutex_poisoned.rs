// A thread panics with the lock, another one goes on with what it left.
use std::sync::{Arc, Mutex};
use std::thread;

fn main() {
    let board = Arc::new(Mutex::new(String::from("open")));
    let clerk = {
        let board = Arc::clone(&board);
        thread::spawn(move || {
            let mut text = board.lock().unwrap();
            text.push_str(" late");
            panic!("the pen broke");
        })
    };
    let _ = clerk.join();
    let mut text = board
        .lock()
        .unwrap_or_else(|poisoned| poisoned.into_inner());
    text.push('!');
    println!("{text}");
}
