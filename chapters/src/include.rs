//! `{{#include …}}` directives, and the listing file that one names.

use std::path::{Component, Path, PathBuf};
use std::sync::LazyLock;

use regex::Regex;

/// One directive that brings a file into a chapter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Include {
    /// As it stands in the chapter: `{{#include ../a.txt:main}}`.
    pub text: String,
    /// The file, seen from the book's root, without `..` where that is possible.
    pub file: PathBuf,
    /// The anchor, if the directive names one. A range of lines is no anchor.
    pub anchor: Option<String>,
    /// Whether only a part of the file is shown: an anchor or a range of lines.
    pub is_part: bool,
    /// The line in the chapter's source, from 1.
    pub line: usize,
}

impl Include {
    /// All directives in the source of a chapter that stands in `folder`, seen from the book's
    /// root. Escaped ones (`\{{#…}}`) are text and not among them.
    #[must_use]
    pub fn all(source: &str, folder: &Path) -> Vec<Self> {
        static DIRECTIVE: LazyLock<Regex> = LazyLock::new(|| {
            Regex::new(r"\\?\{\{\s*#(include|rustdoc_include|playground)\s+([^}\s]+)[^}]*\}\}")
                .expect("the pattern is a constant")
        });
        let not_escaped = |found: &regex::Captures| !found[0].starts_with('\\');
        DIRECTIVE
            .captures_iter(source)
            .filter(not_escaped)
            .map(|found| {
                let whole = found.get(0).expect("a match has a whole");
                let line = 1 + source[..whole.start()].matches('\n').count();
                Self::new(whole.as_str(), &found[2], folder, line)
            })
            .collect()
    }

    fn new(text: &str, target: &str, folder: &Path, line: usize) -> Self {
        let (path, part) = match target.split_once(':') {
            Some((path, part)) => (path, part),
            None => (target, ""),
        };
        let first = part.split(':').next().unwrap_or_default();
        let is_range = first.is_empty() || first.parse::<usize>().is_ok();
        Self {
            text: text.to_owned(),
            file: without_dots(&folder.join(path)),
            anchor: (!is_range).then(|| first.to_owned()),
            is_part: !part.is_empty(),
            line,
        }
    }

    /// The listing file that is included, if it is one.
    #[must_use]
    pub fn listing_file(&self) -> Option<ListingFile> {
        ListingFile::at(&self.file)
    }
}

/// Whether the compiler accepts a listing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Shelf {
    /// `listings/examples`: programs that compile.
    Examples,
    /// `listings/refused`: programs that the Rust compiler refuses.
    Refused,
}

impl Shelf {
    /// Both of them.
    pub const ALL: [Self; 2] = [Self::Examples, Self::Refused];

    /// The folder in `listings`.
    #[must_use]
    pub fn folder(self) -> &'static str {
        match self {
            Self::Examples => "examples",
            Self::Refused => "refused",
        }
    }
}

/// A file of a listing: `listings/<shelf>/<name>/<file>`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct ListingFile {
    /// Where the listing stands.
    pub shelf: Shelf,
    /// The listing's name.
    pub name: String,
    /// The file's name.
    pub file: String,
}

impl ListingFile {
    /// Understands a path seen from the book's root.
    #[must_use]
    pub fn at(path: &Path) -> Option<Self> {
        let parts: Vec<&str> = path.iter().filter_map(|part| part.to_str()).collect();
        let ["listings", shelf, name, file] = parts[..] else {
            return None;
        };
        let shelf = Shelf::ALL
            .into_iter()
            .find(|known| known.folder() == shelf)?;
        Some(Self {
            shelf,
            name: name.to_owned(),
            file: file.to_owned(),
        })
    }

    /// The path seen from the book's root.
    #[must_use]
    pub fn path(&self) -> PathBuf {
        ["listings", self.shelf.folder(), &self.name, &self.file]
            .iter()
            .collect()
    }
}

/// Resolves `..` in the text of the path: what an author wrote is meant, not where a symbolic
/// link leads.
pub(crate) fn without_dots(path: &Path) -> PathBuf {
    let mut result = PathBuf::new();
    for part in path.components() {
        match part {
            Component::CurDir => {}
            Component::ParentDir if result.file_name().is_some() => drop(result.pop()),
            part => result.push(part),
        }
    }
    result
}

#[cfg(test)]
mod tests {
    use super::*;

    fn one(source: &str) -> Include {
        let mut all = Include::all(source, Path::new("src/running"));
        assert_eq!(all.len(), 1, "{all:?}");
        all.remove(0)
    }

    #[test]
    fn a_path_is_seen_from_the_root() {
        let include = one("a\n{{#include ../../listings/examples/running_hello/main.go}}\n");
        assert_eq!(include.line, 2);
        assert!(!include.is_part);
        let file = include.listing_file().unwrap();
        assert_eq!(
            (file.shelf, file.name.as_str()),
            (Shelf::Examples, "running_hello")
        );
        assert_eq!(file.file, "main.go");
        assert_eq!(file.path(), include.file);
    }

    #[test]
    fn an_anchor_is_no_range() {
        assert_eq!(
            one("{{#include a.rs:main}}").anchor.as_deref(),
            Some("main")
        );
        for range in ["2", "2:", ":3", "2:3"] {
            let include = one(&format!("{{{{#include a.rs:{range}}}}}"));
            assert_eq!((include.anchor, include.is_part), (None, true), "{range}");
        }
    }

    #[test]
    fn an_escaped_directive_is_text() {
        assert_eq!(Include::all(r"\{{#include a.rs}}", Path::new("src")), []);
    }

    #[test]
    fn other_files_are_no_listings() {
        for path in [
            "listings/src/lib.rs",
            "listings/examples/a/b/main.rs",
            "src/a.md",
        ] {
            assert_eq!(ListingFile::at(Path::new(path)), None, "{path}");
        }
    }
}
