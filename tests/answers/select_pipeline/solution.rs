use std::sync::mpsc::sync_channel;
use std::thread;

/// The first so many books. `card` reads the next card, and there is no end of cards; `book` fetches
/// the book of a card.
pub fn fetch(
    wanted: usize,
    mut card: impl FnMut() -> u32 + Send + 'static,
    mut book: impl FnMut(u32) -> String + Send + 'static,
) -> Vec<String> {
    let (out, ids) = sync_channel(0);
    let reads = thread::spawn(move || while out.send(card()).is_ok() {});
    let (out, books) = sync_channel(0);
    let fetches = thread::spawn(move || {
        for id in ids {
            if out.send(book(id)).is_err() {
                return;
            }
        }
    });
    let taken = books.iter().take(wanted).collect();
    // Nobody takes any more: the end runs backwards.
    drop(books);
    fetches.join().expect("he fetches without a panic");
    reads.join().expect("he reads without a panic");
    taken
}
