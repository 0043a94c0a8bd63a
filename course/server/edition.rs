//! What there is to read at a moment: the last good book, and what is wrong with the newest.

use crate::book::{Book, Broken, Problem};
use std::sync::Arc;
use tokio::sync::watch;

/// What there is to read.
#[derive(Debug, Clone, Default)]
pub struct Edition {
    /// The last book that could be built; the newest draft if there never was one.
    pub book: Option<Arc<Book>>,
    /// Why what lies on the disk cannot be built. Empty when the book is up to date.
    pub problems: Vec<Problem>,
    /// Whether the book is only a draft, with problems of its own.
    is_draft: bool,
}

/// The current edition, and every one that follows.
#[derive(Debug, Clone, Default)]
pub struct Editions(watch::Sender<Edition>);

impl Editions {
    /// What there is to read now.
    pub fn current(&self) -> Edition {
        self.0.borrow().clone()
    }

    /// The current edition and, whenever one follows, the newest.
    pub fn subscribe(&self) -> watch::Receiver<Edition> {
        self.0.subscribe()
    }

    /// Everybody reads `book` from now on.
    pub fn publish(&self, book: Book) {
        self.0.send_replace(Edition {
            book: Some(Arc::new(book)),
            problems: Vec::new(),
            is_draft: false,
        });
    }

    /// Everybody goes on reading the last good book, and learns why there is no newer one.
    ///
    /// An author who starts with an unfinished book reads its draft.
    pub fn hold_back(&self, broken: Broken) {
        self.0.send_modify(|edition| {
            edition.problems = broken.problems;
            if edition.book.is_none() || edition.is_draft {
                edition.is_draft = true;
                edition.book = broken.draft.map(Arc::from).or(edition.book.take());
            }
        });
    }
}
