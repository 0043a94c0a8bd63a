use std::sync::mpsc;
use std::thread;

const BOOKS: u32 = 4;

fn main() {
    let (wanted, wanted_there) = mpsc::sync_channel(1);
    let (found_there, found) = mpsc::sync_channel(1);
    thread::spawn(move || {
        for book in wanted_there {
            found_there.send(book).unwrap();
        }
    });
    for book in 0..BOOKS {
        wanted.send(book).unwrap();
    }
    for _ in 0..BOOKS {
        println!("found {}", found.recv().unwrap());
    }
}
