//! What all chapters together claim of one listing.

use std::collections::{BTreeMap, BTreeSet};

use crate::fence::{Fate, Stream};
use crate::include::Include;
use crate::{Block, Book, Chapter, Language, ListingFile, Mode, Role, Shelf};

/// A file beside a listing that holds what a program or a tool printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Record {
    /// What the Rust program prints, and the Go program where it prints the same.
    Output,
    /// What the Go program prints where that is something else.
    GoOutput,
    /// What the Rust program prints on stderr.
    Stderr,
    /// What the Go program, or the Go compiler, prints on stderr.
    GoStderr,
    /// What `go vet` complains of.
    Vet,
    /// What the Rust compiler says of a program that it refuses.
    Error,
    /// In which ways the Rust program can end, and in how many schedules: the explorer's table.
    Outcomes,
    /// One schedule of the Rust program, step by step.
    Schedule,
    /// All schedules of the Rust program, for the page's elements.
    Graph,
    /// How often each output came up in many runs.
    Tally,
    /// What a detector of data races reports of the Rust program.
    Race,
    /// What Go's own detector reports of the Go program.
    GoRace,
}

impl Record {
    /// All of them.
    pub const ALL: [Self; 12] = [
        Self::Output,
        Self::GoOutput,
        Self::Stderr,
        Self::GoStderr,
        Self::Vet,
        Self::Error,
        Self::Outcomes,
        Self::Schedule,
        Self::Graph,
        Self::Tally,
        Self::Race,
        Self::GoRace,
    ];

    /// The name of the file.
    #[must_use]
    pub fn file_name(self) -> &'static str {
        match self {
            Self::Output => "output.txt",
            Self::GoOutput => "output.go.txt",
            Self::Stderr => "stderr.txt",
            Self::GoStderr => "stderr.go.txt",
            Self::Vet => "vet.txt",
            Self::Error => "error.txt",
            Self::Outcomes => "outcomes.md",
            Self::Schedule => "schedule.txt",
            Self::Graph => "schedules.json",
            Self::Tally => "tally.md",
            Self::Race => "race.txt",
            Self::GoRace => "race.go.txt",
        }
    }

    /// The record in the file of this name.
    #[must_use]
    pub fn named(file: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|record| record.file_name() == file)
    }

    /// How a fence announces this record. A table has no fence: it is included as it is.
    #[must_use]
    pub fn fence(self) -> Option<(Stream, Language)> {
        Some(match self {
            Self::Output => (Stream::Output, Language::Rust),
            Self::GoOutput => (Stream::Output, Language::Go),
            Self::Stderr | Self::Error => (Stream::Stderr, Language::Rust),
            Self::GoStderr => (Stream::Stderr, Language::Go),
            Self::Vet => (Stream::Vet, Language::Go),
            Self::Race => (Stream::Race, Language::Rust),
            Self::GoRace => (Stream::Race, Language::Go),
            Self::Schedule => (Stream::Schedule, Language::Rust),
            Self::Outcomes | Self::Graph | Self::Tally => return None,
        })
    }

    /// Whose words these are.
    #[must_use]
    pub fn language(self) -> Language {
        self.fence()
            .map_or(Language::Rust, |(_, language)| language)
    }

    /// Whether it is what a program or a tool said when it was run once.
    #[must_use]
    pub fn is_of_a_run(self) -> bool {
        !matches!(
            self,
            Self::Outcomes | Self::Schedule | Self::Graph | Self::Tally | Self::Race | Self::GoRace
        )
    }

    /// Whether it is for readers, so that a chapter must show it, and not for an element of the
    /// page.
    #[must_use]
    pub fn is_for_readers(self) -> bool {
        self != Self::Graph
    }
}

/// What the chapters claim of one listing.
#[derive(Clone, Debug, Default)]
pub struct Claims {
    /// What is to become of the Rust program, if it is shown.
    pub rust: Option<Fate>,
    /// What is to become of the Go program, if it is shown.
    pub go: Option<Fate>,
    /// What is recorded and shown, and how it is compared.
    pub records: BTreeMap<Record, Mode>,
    /// The chapters that show anything of it.
    pub chapters: BTreeSet<String>,
    /// Where two chapters, or two blocks, claim different things.
    pub contradictions: Vec<String>,
}

impl Claims {
    /// How a record is compared. One that no chapter shows is compared exactly.
    #[must_use]
    pub fn mode(&self, record: Record) -> Mode {
        self.records.get(&record).copied().unwrap_or_default()
    }

    /// Whether a chapter shows this record.
    #[must_use]
    pub fn shows(&self, record: Record) -> bool {
        self.records.contains_key(&record)
    }

    /// Whether the chapters say what the Rust program does in all its schedules, which only the
    /// explorer can know.
    #[must_use]
    pub fn is_explored(&self) -> bool {
        self.shows(Record::Outcomes)
            || self.shows(Record::Graph)
            || self.shows(Record::Schedule)
            || self.mode(Record::Output) == Mode::OneOf
    }

    fn add_table(&mut self, chapter: &Chapter, record: Record) {
        self.records.insert(record, Mode::Exact);
        self.chapters.insert(chapter.path.display().to_string());
    }

    fn add(&mut self, chapter: &Chapter, block: &Block, file: &ListingFile) {
        let path = chapter.path.display().to_string();
        let before = match (block.role(), Record::named(&file.file)) {
            (Role::Program(Language::Rust, fate), _) => put(&mut self.rust, fate),
            (Role::Program(Language::Go, fate), _) => put(&mut self.go, fate),
            (Role::Recorded(_, _, mode), Some(record)) => self
                .records
                .insert(record, mode)
                .is_some_and(|before| before != mode),
            _ => false,
        };
        if before {
            let line = block.line;
            let file = &file.file;
            self.contradictions.push(format!(
                "{path}:{line}: another block claims something else of {file}; make their fences equal"
            ));
        }
        self.chapters.insert(path);
    }
}

/// Puts a value, and tells whether it contradicts the one before.
fn put<T: PartialEq>(place: &mut Option<T>, value: T) -> bool {
    place
        .replace(value)
        .is_some_and(|before| Some(before) != *place)
}

impl Book {
    /// What the chapters claim of each listing that they show.
    #[must_use]
    pub fn claims(&self) -> BTreeMap<(Shelf, String), Claims> {
        let mut claims: BTreeMap<_, Claims> = BTreeMap::new();
        for chapter in &self.chapters {
            for block in &chapter.blocks {
                if let Some(file) = block.listing_file() {
                    let listing = (file.shelf, file.name.clone());
                    claims
                        .entry(listing)
                        .or_default()
                        .add(chapter, block, &file);
                }
            }
            for file in chapter.includes.iter().filter_map(Include::listing_file) {
                if let Some(record @ (Record::Outcomes | Record::Tally | Record::Graph)) =
                    Record::named(&file.file)
                {
                    let listing = (file.shelf, file.name);
                    claims
                        .entry(listing)
                        .or_default()
                        .add_table(chapter, record);
                }
            }
        }
        claims
    }
}
