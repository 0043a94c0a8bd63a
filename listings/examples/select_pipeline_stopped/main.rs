use std::sync::mpsc::{self, Receiver};
use std::thread::{self, JoinHandle};

fn cards() -> (Receiver<u32>, JoinHandle<()>) {
    let (out, next) = mpsc::sync_channel(0);
    let clerk = thread::spawn(move || {
        for id in 1.. {
            if out.send(id).is_err() {
                return; // nobody takes any more
            }
        }
    });
    (next, clerk)
}

fn fetch(ids: Receiver<u32>) -> (Receiver<String>, JoinHandle<()>) {
    let (out, next) = mpsc::sync_channel(0);
    let clerk = thread::spawn(move || {
        for id in ids {
            if out.send(format!("book {id}")).is_err() {
                return;
            }
        }
    });
    (next, clerk)
}

fn main() {
    let (ids, first) = cards();
    let (books, second) = fetch(ids);
    println!("on the desk: {}", books.recv().unwrap());
    println!("on the desk: {}", books.recv().unwrap());
    drop(books);
    first.join().unwrap();
    second.join().unwrap();
    println!("both have gone home");
}
