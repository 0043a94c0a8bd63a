//! The listings on disk.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use chapters::{Language, ListingFile, Shelf};

/// A folder with a program, its Go twin, and what was recorded of them.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Listing {
    /// The folder's name: `running_hello`.
    pub name: String,
    /// Where it stands.
    pub shelf: Shelf,
    /// The folder.
    pub folder: PathBuf,
}

impl Listing {
    /// The listing `name` of the course at `root`, whether it exists or not.
    #[must_use]
    pub fn new(root: &Path, shelf: Shelf, name: &str) -> Self {
        let folder = root.join("listings").join(shelf.folder()).join(name);
        Self {
            name: name.to_owned(),
            shelf,
            folder,
        }
    }

    /// All listings of the course at `root`, by name.
    ///
    /// # Errors
    ///
    /// If a folder of listings cannot be read. One that does not exist is empty.
    pub fn all(root: &Path) -> io::Result<Vec<Self>> {
        let mut all = Vec::new();
        for shelf in Shelf::ALL {
            let folder = root.join("listings").join(shelf.folder());
            if !folder.exists() {
                continue;
            }
            for entry in fs::read_dir(&folder)? {
                let entry = entry?;
                if entry.file_type()?.is_dir() {
                    all.push(Self::new(root, shelf, &entry.file_name().to_string_lossy()));
                }
            }
        }
        all.sort();
        Ok(all)
    }

    /// The source file in `language`.
    #[must_use]
    pub fn source_file(&self, language: Language) -> PathBuf {
        self.folder.join(source_name(language))
    }

    /// The program in `language`, a Rust program as a reader sees it: without the lines that mark
    /// anchors. So a line has the same number here, in the page and in what the compiler says. A
    /// Go program is what is in the file: the page shows parts of it, which have no numbers.
    ///
    /// # Errors
    ///
    /// If there is no such file, or it is no UTF-8.
    pub fn program(&self, language: Language) -> io::Result<String> {
        let source = fs::read_to_string(self.source_file(language))?;
        Ok(match language {
            Language::Rust => without_anchors(&source),
            Language::Go => source,
        })
    }

    /// Whether the listing has a program in `language`.
    #[must_use]
    pub fn has(&self, language: Language) -> bool {
        self.source_file(language).is_file()
    }

    /// The names of its files, sorted.
    ///
    /// # Errors
    ///
    /// If the folder cannot be read.
    pub fn files(&self) -> io::Result<Vec<String>> {
        let entries = fs::read_dir(&self.folder)?;
        let names = entries.map(|entry| Ok(entry?.file_name().to_string_lossy().into_owned()));
        let mut names: Vec<String> = names.collect::<io::Result<_>>()?;
        names.sort();
        Ok(names)
    }

    /// A file of it, seen from the course's root.
    #[must_use]
    pub fn file(&self, name: &str) -> ListingFile {
        ListingFile {
            shelf: self.shelf,
            name: self.name.clone(),
            file: name.to_owned(),
        }
    }
}

/// The name of the source file in `language`.
#[must_use]
pub fn source_name(language: Language) -> &'static str {
    match language {
        Language::Rust => "main.rs",
        Language::Go => "main.go",
    }
}

/// The text of a program without the lines that mark anchors.
#[must_use]
pub fn without_anchors(source: &str) -> String {
    let is_anchor = |line: &&str| line.contains("ANCHOR: ") || line.contains("ANCHOR_END: ");
    let lines = source.lines().filter(|line| !is_anchor(line));
    lines.map(|line| format!("{line}\n")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_program_has_no_anchors() {
        let source = "fn a() {}\n// ANCHOR: main\nfn main() {\n    // ANCHOR_END: main\n}\n";
        assert_eq!(without_anchors(source), "fn a() {}\nfn main() {\n}\n");
    }
}
