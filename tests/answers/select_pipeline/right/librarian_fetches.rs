//! The librarian fetches herself; one clerk reads ahead.

use crossbeam_channel::bounded;
use std::thread;

pub fn fetch(
    wanted: usize,
    mut card: impl FnMut() -> u32 + Send + 'static,
    mut book: impl FnMut(u32) -> String + Send + 'static,
) -> Vec<String> {
    thread::scope(|scope| {
        let (out, ids) = bounded(1);
        scope.spawn(move || while out.send(card()).is_ok() {});
        let taken = ids.iter().take(wanted).map(&mut book).collect();
        drop(ids);
        drop(book);
        taken
    })
}
