//! Which exercises there are: `exercises/catalogue.toml`.

use crate::Error;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::path::Path;

/// All exercises, by chapters.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Catalogue {
    /// In the order of the book.
    #[serde(rename = "chapter", default)]
    pub chapters: Vec<Chapter>,
}

/// A chapter with exercises.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Chapter {
    /// The folder in `src`, which is also how the names of its exercises begin.
    pub name: String,
    /// As the summary of the book has it.
    pub title: String,
    /// In the order in which they are meant to be solved.
    #[serde(rename = "exercise", default)]
    pub exercises: Vec<Entry>,
}

/// One exercise.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Entry {
    /// The folder in `exercises`, such as `running_goodbye`.
    pub name: String,
    /// A few words.
    pub title: String,
    /// How hard it is.
    pub level: Level,
    /// The page in `src` that it belongs to, such as `running/join.md`.
    pub page: String,
    /// Whether an answer may contain `unsafe`.
    #[serde(rename = "unsafe", default)]
    pub allows_unsafe: bool,
    /// Words that an answer must not contain, and why not: `listings` where one of its types is
    /// what is to be built.
    #[serde(default)]
    pub forbids: BTreeMap<String, String>,
}

/// How hard an exercise is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Level {
    /// A few lines, straight from the page.
    WarmUp,
    /// Something to think about.
    Steady,
    /// Take your time.
    Hard,
}

impl std::fmt::Display for Level {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.pad(match self {
            Level::WarmUp => "warm-up",
            Level::Steady => "steady",
            Level::Hard => "hard",
        })
    }
}

impl Catalogue {
    /// Reads the catalogue.
    ///
    /// # Errors
    ///
    /// If it cannot be read, or is no catalogue.
    pub fn read(path: &Path) -> Result<Catalogue, Error> {
        let text = crate::files::read(path)?.text;
        toml::from_str(&text).map_err(|error| Error::Catalogue {
            path: path.to_owned(),
            error: error.to_string(),
        })
    }

    /// All exercises, in order.
    pub fn entries(&self) -> impl Iterator<Item = &Entry> {
        self.chapters.iter().flat_map(|chapter| &chapter.exercises)
    }

    /// The exercise of this name.
    ///
    /// # Errors
    ///
    /// If there is none; the error names the one that was probably meant.
    pub fn entry(&self, name: &str) -> Result<&Entry, Error> {
        let found = self.entries().find(|entry| entry.name == name);
        found.ok_or_else(|| self.unknown(name))
    }

    /// The exercises of a name, of a chapter, or whose names contain the word.
    ///
    /// # Errors
    ///
    /// If there is none.
    pub fn matching(&self, word: &str) -> Result<Vec<&Entry>, Error> {
        if let Ok(entry) = self.entry(word) {
            return Ok(vec![entry]);
        }
        let found: Vec<_> = self
            .entries()
            .filter(|entry| !word.is_empty() && entry.name.contains(word))
            .collect();
        match found.is_empty() {
            true => Err(self.unknown(word)),
            false => Ok(found),
        }
    }

    fn unknown(&self, name: &str) -> Error {
        let likeness = |entry: &&Entry| {
            let likeness = strsim::jaro_winkler(&entry.name, name);
            (likeness * 1000.0) as u32
        };
        let nearest = self.entries().max_by_key(likeness);
        let nearest = nearest.filter(|entry| likeness(entry) > 700);
        Error::Unknown {
            name: name.to_owned(),
            meant: nearest.map(|entry| entry.name.clone()),
        }
    }
}
