//! Includes that lead nowhere. mdBook logs them and leaves the directive in the page.

use super::problem::{Place, Problem};
use crate::root::Root;
use mdbook_driver::MDBook;
use mdbook_driver::book::BookItem;
use std::collections::HashMap;
use std::path::{Component, Path, PathBuf};

/// What mdBook's message `text` says of an include, if it says that one failed.
///
/// It has the form `Error updating "{{#include FILE}}", Could not read file for link … (PATH)`.
pub(super) fn failed(text: &str, places: &mut Places) -> Option<Problem> {
    let rest = text.strip_prefix("Error updating \"")?;
    let (directive, rest) = rest.split_once("\", ")?;
    let (_, path) = rest.strip_suffix(')')?.rsplit_once(" (")?;
    let path = plain(Path::new(path));
    Some(Problem {
        place: places.next(directive),
        message: format!("failed to include {}", path.display()),
        advice: Some(advice(&path)),
    })
}

/// A file beside a listing's program is usually recorded, not written.
fn advice(path: &Path) -> String {
    let parts: Vec<_> = path.iter().filter_map(|part| part.to_str()).collect();
    match parts[..] {
        ["listings", _, listing, file] if file != "main.rs" && file != "main.go" => {
            format!("check the path, or record it with `cargo course record {listing}`")
        }
        _ => "check the path".to_owned(),
    }
}

/// `path` without `..`, as far as it has names to cancel them.
fn plain(path: &Path) -> PathBuf {
    let mut plain = PathBuf::new();
    for component in path.components() {
        let has_name = matches!(plain.components().next_back(), Some(Component::Normal(_)));
        if component == Component::ParentDir && has_name {
            plain.pop();
        } else {
            plain.push(component);
        }
    }
    plain
}

/// Where directives stand in the chapters.
pub(super) struct Places<'a> {
    root: &'a Root,
    book: Option<&'a MDBook>,
    /// How often each directive was asked for. mdBook reports them in the order of the book.
    asked: HashMap<String, usize>,
}

impl<'a> Places<'a> {
    pub(super) fn new(root: &'a Root, book: Option<&'a MDBook>) -> Self {
        Self {
            root,
            book,
            asked: HashMap::new(),
        }
    }

    /// The next place where `directive` stands, unless it is in a file that is itself included.
    fn next(&mut self, directive: &str) -> Option<Place> {
        let asked = self.asked.entry(directive.to_owned()).or_default();
        let places = all_places(self.root, self.book?, directive);
        let place = places.into_iter().nth(*asked);
        *asked += 1;
        place
    }
}

fn all_places(root: &Root, book: &MDBook, directive: &str) -> Vec<Place> {
    let mut places = Vec::new();
    for item in book.iter() {
        let BookItem::Chapter(chapter) = item else {
            continue;
        };
        let Some(path) = &chapter.source_path else {
            continue;
        };
        let file = root.relative(&book.source_dir().join(path).to_string_lossy());
        let lines = chapter.content.lines().enumerate();
        let matching = lines.flat_map(|(index, line)| line.matches(directive).map(move |_| index));
        places.extend(matching.map(|index| Place {
            file: file.clone(),
            line: index + 1,
        }));
    }
    places
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parents_are_resolved() {
        assert_eq!(
            plain(Path::new("src/a/../../listings/b.rs")),
            Path::new("listings/b.rs")
        );
        assert_eq!(plain(Path::new("../../b.rs")), Path::new("../../b.rs"));
    }

    #[test]
    fn recorded_files_come_with_the_command_that_records_them() {
        let output = advice(Path::new("listings/examples/races_next/output.txt"));
        assert!(
            output.ends_with("`cargo course record races_next`"),
            "{output}"
        );
        assert_eq!(
            advice(Path::new("listings/examples/races_next/main.rs")),
            "check the path"
        );
        assert_eq!(advice(Path::new("src/picture.svg")), "check the path");
    }
}
