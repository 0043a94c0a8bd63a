//! One clerk reads cards, another fetches the book of each card, at the same time, and the
//! librarian takes as many books as she wants, in the order of the cards. The cards do not end.
//! When she has enough, both clerks go home, and both have gone when `fetch` returns. The first
//! clerk reads at most four cards more than books are wanted.

use std::sync::mpsc;
use std::thread;

/// The first so many books. `card` reads the next card, and there is no end of cards; `book` fetches
/// the book of a card.
pub fn fetch(
    wanted: usize,
    mut card: impl FnMut() -> u32 + Send + 'static,
    mut book: impl FnMut(u32) -> String + Send + 'static,
) -> Vec<String> {
    // TODO: how do the clerks learn that she has enough?
    let (out, ids) = mpsc::channel();
    thread::spawn(move || {
        loop {
            out.send(card()).unwrap();
        }
    });
    let (out, books) = mpsc::channel();
    thread::spawn(move || {
        for id in ids {
            out.send(book(id)).unwrap();
        }
    });
    books.into_iter().take(wanted).collect()
}
