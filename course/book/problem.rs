//! What is wrong with a book, in words that its author can act on.

use super::include;
use super::messages::Message;
use crate::root::Root;
use mdbook_driver::MDBook;
use mdbook_driver::config::Config;
use std::fmt;

/// Something that is wrong with the book.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// Where, if that is known.
    pub place: Option<Place>,
    /// What.
    pub message: String,
    /// What can be done about it, if the message does not say it.
    pub advice: Option<String>,
}

/// A line in a file of the course.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The file, seen from the course's folder.
    pub file: String,
    /// The line, counted from one.
    pub line: usize,
}

impl Problem {
    fn new(message: String) -> Self {
        Self {
            place: None,
            message,
            advice: None,
        }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(Place { file, line }) = &self.place {
            write!(f, "{file}:{line}: ")?;
        }
        f.write_str(&self.message)?;
        if let Some(advice) = &self.advice {
            write!(f, "; {advice}")?;
        }
        Ok(())
    }
}

/// The problem that made mdBook give up.
pub(super) fn from_error(root: &Root, error: &anyhow::Error) -> Problem {
    let causes: Vec<_> = error
        .chain()
        .map(|cause| root.relative(cause.to_string().trim_end()))
        .collect();
    let problem = Problem::new(format!("failed to build the book: {}", causes.join(": ")));
    let missing_chapter = causes.iter().find_map(|cause| {
        cause
            .strip_prefix("failed to read chapter `")?
            .strip_suffix('`')
    });
    match missing_chapter {
        Some(chapter) => Problem {
            place: find_in_summary(root, chapter),
            advice: Some("check its path, and that the file is there".to_owned()),
            ..problem
        },
        None => problem,
    }
}

/// Where the table of contents names `chapter`.
fn find_in_summary(root: &Root, chapter: &str) -> Option<Place> {
    // Without a readable configuration, no chapter would have been looked for.
    let config = Config::from_disk(root.path().join("book.toml")).ok()?;
    let summary = root.path().join(config.book.src).join("SUMMARY.md");
    let text = std::fs::read_to_string(&summary).ok()?;
    let line = text.lines().position(|line| line.contains(chapter))?;
    Some(Place {
        file: root.relative(&summary.to_string_lossy()),
        line: line + 1,
    })
}

/// Errors and warnings that mdBook logged before it went on.
pub(super) fn from_messages(
    root: &Root,
    book: Option<&MDBook>,
    messages: Vec<Message>,
) -> (Vec<Problem>, Vec<Problem>) {
    let mut places = include::Places::new(root, book);
    let (mut errors, mut warnings) = (Vec::<Problem>::new(), Vec::new());
    for message in messages {
        let text = root.relative(&message.text);
        if let Some(cause) = text.strip_prefix("Caused By: ") {
            // mdBook logs the causes of an error one by one, as warnings.
            if let Some(error) = errors.last_mut() {
                add_cause(error, cause);
            }
        } else if message.is_error {
            let failed_include = include::failed(&text, &mut places);
            errors.push(failed_include.unwrap_or_else(|| Problem::new(text)));
        } else {
            warnings.push(Problem::new(text));
        }
    }
    (errors, warnings)
}

fn add_cause(error: &mut Problem, cause: &str) {
    // The message names the file already.
    if !cause.starts_with("failed to read `") {
        error.message = format!("{}: {cause}", error.message);
    }
}
