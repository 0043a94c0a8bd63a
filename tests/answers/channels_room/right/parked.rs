//! A list under a lock, and both are parked.

use std::collections::VecDeque;
use std::sync::Mutex;
use std::thread;
#[derive(Default)]
struct Shelf {
    books: VecDeque<String>,
    closed: bool,
    hand: bool,
}
pub fn carry(
    room: usize,
    mut fetch: impl FnMut() -> Option<String> + Send,
    mut desk: impl FnMut(String),
) {
    let shelf = Mutex::new(Shelf::default());
    let librarian = thread::current();
    thread::scope(|s| {
        let clerk = s.spawn(|| {
            while let Some(book) = fetch() {
                let mut book = Some(book);
                loop {
                    let mut sh = shelf.lock().unwrap();
                    if sh.books.len() < room.max(1) {
                        sh.books.push_back(book.take().unwrap());
                        break;
                    }
                    drop(sh);
                    thread::park();
                }
                librarian.unpark();
                if room == 0 {
                    // In the hands until it was taken.
                    while !shelf.lock().unwrap().books.is_empty() {
                        thread::park();
                    }
                }
            }
            let mut sh = shelf.lock().unwrap();
            sh.closed = true;
            sh.hand = false;
            librarian.unpark();
        });
        loop {
            let (next, closed) = {
                let mut sh = shelf.lock().unwrap();
                let c = sh.closed;
                (sh.books.pop_front(), c)
            };
            match next {
                Some(book) => {
                    clerk.thread().unpark();
                    desk(book);
                }
                None if closed => break,
                None => thread::park(),
            }
        }
    });
}
