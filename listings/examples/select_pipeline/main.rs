use std::sync::mpsc::{self, Receiver};
use std::thread;

fn cards(ids: impl IntoIterator<Item = u32> + Send + 'static) -> Receiver<u32> {
    let (out, next) = mpsc::sync_channel(0);
    thread::spawn(move || {
        for id in ids {
            out.send(id).unwrap();
        }
    });
    next
}

fn fetch(ids: Receiver<u32>) -> Receiver<String> {
    let (out, next) = mpsc::sync_channel(0);
    thread::spawn(move || {
        for id in ids {
            out.send(format!("book {id}")).unwrap();
        }
    });
    next
}

fn main() {
    for book in fetch(cards([3, 1, 7])) {
        println!("on the desk: {book}");
    }
}
