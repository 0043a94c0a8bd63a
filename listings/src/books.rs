//! The books of the library, with their authors and years.

use std::fmt;

/// What the library's database knows of a book.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Book {
    /// What is on its cover.
    pub title: &'static str,
    /// Who wrote it.
    pub author: &'static str,
    /// When it was first published.
    pub year: u16,
}

impl fmt::Display for Book {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "{}, {} ({})", self.title, self.author, self.year)
    }
}

const fn book(title: &'static str, author: &'static str, year: u16) -> Book {
    Book {
        title,
        author,
        year,
    }
}

/// All of them. The book with the id 1 comes first.
pub const DATABASE: [Book; 10] = [
    book("Emma", "Jane Austen", 1815),
    book("Frankenstein", "Mary Shelley", 1818),
    book("Moby-Dick", "Herman Melville", 1851),
    book("Middlemarch", "George Eliot", 1871),
    book("Treasure Island", "Robert Louis Stevenson", 1883),
    book("Dracula", "Bram Stoker", 1897),
    book("Kim", "Rudyard Kipling", 1901),
    book("Nostromo", "Joseph Conrad", 1904),
    book("Ulysses", "James Joyce", 1922),
    book("Orlando", "Virginia Woolf", 1928),
];
