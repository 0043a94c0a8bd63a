//! What is wrong with a book, in words that its author can act on.

use super::messages::Message;
use crate::root::Root;
use mdbook_driver::MDBook;
use mdbook_driver::book::BookItem;
use serde::Serialize;
use std::fmt;
use std::path::Path;

/// Something that is wrong with the book.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Problem {
    /// Where, if that is known.
    pub place: Option<Place>,
    /// What, and what to do about it.
    pub message: String,
}

/// A line in a file of the course.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Place {
    /// The file, seen from the course's folder.
    pub file: String,
    /// The line, counted from one.
    pub line: usize,
}

/// A book that cannot be built.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("failed to build the book; mend what is listed and build again")]
pub struct Broken {
    /// Why not. There is at least one.
    pub problems: Vec<Problem>,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(Place { file, line }) = &self.place {
            write!(f, "{file}:{line}: ")?;
        }
        f.write_str(&self.message)
    }
}

/// The problem that made mdBook give up.
pub(super) fn from_error(root: &Root, error: &anyhow::Error) -> Problem {
    let causes: Vec<_> = error
        .chain()
        .map(|cause| root.relative(&cause.to_string()))
        .collect();
    Problem {
        place: None,
        message: format!("failed to build the book: {}", causes.join(": ")),
    }
}

/// Errors and warnings that mdBook logged and went on.
pub(super) fn from_messages(
    root: &Root,
    book: Option<&MDBook>,
    messages: Vec<Message>,
) -> (Vec<Problem>, Vec<Problem>) {
    let (mut errors, mut warnings) = (Vec::<Problem>::new(), Vec::new());
    for message in messages {
        let text = root.relative(&message.text);
        if let Some(cause) = text.strip_prefix("Caused By: ") {
            // mdBook logs the causes of an error one by one, as warnings.
            if let Some(error) = errors.last_mut() {
                error.message = format!("{}: {cause}", error.message);
            }
        } else if message.is_error {
            errors.push(from_logged_error(root, book, &text));
        } else {
            warnings.push(Problem {
                place: None,
                message: text,
            });
        }
    }
    (errors, warnings)
}

fn from_logged_error(root: &Root, book: Option<&MDBook>, text: &str) -> Problem {
    let include = text
        .strip_prefix("Error updating \"")
        .and_then(|rest| rest.split_once("\", "));
    match include {
        Some((directive, _)) => Problem {
            place: book.and_then(|book| find_in_chapters(root, book, directive)),
            message: format!("failed to expand {directive}; check the path in it"),
        },
        None => Problem {
            place: None,
            message: text.to_owned(),
        },
    }
}

/// The first place in a chapter where `text` stands.
fn find_in_chapters(root: &Root, book: &MDBook, text: &str) -> Option<Place> {
    book.iter().find_map(|item| {
        let BookItem::Chapter(chapter) = item else {
            return None;
        };
        let offset = chapter.content.find(text)?;
        Some(Place {
            file: chapter_file(root, book, chapter.source_path.as_deref()?),
            line: chapter.content[..offset].matches('\n').count() + 1,
        })
    })
}

fn chapter_file(root: &Root, book: &MDBook, chapter: &Path) -> String {
    root.relative(&book.source_dir().join(chapter).to_string_lossy())
}
