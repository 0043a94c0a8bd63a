//! The content linter: what no compiler notices in chapters and listings.
//!
//! # Layout
//!
//! - [`Finding`]: what is wrong, where, and what helps
//! - [`Content`]: what the rules look at, read once
//! - `blocks`, `elements`, `includes`, `links`, `listings`, `questions`: the rules, by what they
//!   look at
//! - `element`, `graph`: what several of them read
//!
//! A new [`Rule`] is a variant with its documentation, a function in one of those files, and a
//! line in [`Rule::check`]. `tests/harness/book` runs each as a test of its own.

mod blocks;
mod element;
mod elements;
mod graph;
mod includes;
mod links;
mod listings;
mod questions;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::io;
use std::path::Path;

use chapters::{Block, Book, Chapter, Claims, Shelf};

use crate::recording::listing::Listing;

/// What the linter looks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Rule {
    /// Every file that a chapter includes exists.
    IncludedFileExists,
    /// Every anchor that a chapter includes stands in its file.
    AnchorExists,
    /// No include comes out empty.
    IncludeIsNotEmpty,
    /// Nothing looks like a directive that mdBook did not understand.
    NoDirectiveIsLeft,
    /// No line that marks an anchor is shown to a reader.
    NoAnchorIsShown,
    /// Every link leads somewhere: to a page, to an anchor in it, to an image.
    LinkLeadsSomewhere,
    /// Every Rust and Go block is a listing, or a fragment of the crate `listings`.
    CodeIsAListing,
    /// A Rust block shows the whole of its listing.
    RustBlockIsTheWholeProgram,
    /// A block with `compile_fail` names the error codes, and no block is ignored.
    RefusalNamesItsCodes,
    /// What was printed is included from where it was recorded, not typed.
    OutputIsRecorded,
    /// The words of a block's fence fit the file that it shows.
    FenceFitsTheFile,
    /// Two blocks do not claim different things of one listing.
    ClaimsAgree,
    /// Every listing stands in a chapter.
    ListingIsShown,
    /// Every listing has a Go twin, or says why it has none.
    ListingHasAGoTwin,
    /// What a listing prints is shown.
    OutputIsShown,
    /// Every file beside a listing is its program or shown by a chapter.
    FileIsShown,
    /// Every program that runs is framed, so that a reader can run it in the page.
    CodeIsFramed,
    /// An explorer has its graph and its program, and what it asks for can be reached.
    ExplorerWorks,
    /// A question has an id of its own, and all that its kind needs, such as a reason for each
    /// option.
    QuestionIsWhole,
    /// What an answer says of a program is what is recorded of it.
    AnswerIsTrue,
    /// Every chapter asks, and every part in each way.
    QuestionsAreEnough,
}

impl Rule {
    /// All of them.
    pub const ALL: [Self; 21] = [
        Self::IncludedFileExists,
        Self::AnchorExists,
        Self::IncludeIsNotEmpty,
        Self::NoDirectiveIsLeft,
        Self::NoAnchorIsShown,
        Self::LinkLeadsSomewhere,
        Self::CodeIsAListing,
        Self::RustBlockIsTheWholeProgram,
        Self::RefusalNamesItsCodes,
        Self::OutputIsRecorded,
        Self::FenceFitsTheFile,
        Self::ClaimsAgree,
        Self::ListingIsShown,
        Self::ListingHasAGoTwin,
        Self::OutputIsShown,
        Self::FileIsShown,
        Self::CodeIsFramed,
        Self::ExplorerWorks,
        Self::QuestionIsWhole,
        Self::AnswerIsTrue,
        Self::QuestionsAreEnough,
    ];

    /// What breaks this rule.
    ///
    /// # Errors
    ///
    /// If the content cannot be read, or the book cannot be rendered (for the links).
    pub fn check(self, content: &Content) -> Result<Vec<Finding>, Error> {
        let findings = match self {
            Self::IncludedFileExists => includes::missing_files(content),
            Self::AnchorExists => includes::missing_anchors(content),
            Self::IncludeIsNotEmpty => includes::empty(content),
            Self::NoDirectiveIsLeft => includes::left_directives(content),
            Self::NoAnchorIsShown => includes::shown_anchors(content),
            Self::LinkLeadsSomewhere => links::dead(content)?,
            Self::CodeIsAListing => blocks::typed_code(content),
            Self::RustBlockIsTheWholeProgram => blocks::parts_of_programs(content),
            Self::RefusalNamesItsCodes => blocks::refusals_without_code(content),
            Self::OutputIsRecorded => blocks::typed_output(content),
            Self::FenceFitsTheFile => blocks::misfitting_fences(content),
            Self::ClaimsAgree => blocks::contradictions(content),
            Self::ListingIsShown => listings::in_no_chapter(content),
            Self::ListingHasAGoTwin => listings::without_go_twin(content),
            Self::OutputIsShown => listings::with_unshown_output(content),
            Self::FileIsShown => listings::with_stale_files(content)?,
            Self::CodeIsFramed => elements::bare_code(content),
            Self::ExplorerWorks => elements::lame_explorers(content),
            Self::QuestionIsWhole => questions::odd(content),
            Self::AnswerIsTrue => questions::untrue(content),
            Self::QuestionsAreEnough => questions::too_few(content)?,
        };
        Ok(findings
            .into_iter()
            .map(|finding| finding.of(self))
            .collect())
    }
}

/// Something that breaks a rule.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Finding {
    /// The rule.
    pub rule: Rule,
    /// The chapter with the line, or the listing.
    pub place: String,
    /// What is wrong.
    pub problem: String,
    /// What an author can do.
    pub help: String,
}

/// A finding whose rule is not filled in yet: the functions of the rules need not repeat it.
struct Draft {
    place: String,
    problem: String,
    help: String,
}

impl Draft {
    fn of(self, rule: Rule) -> Finding {
        Finding {
            rule,
            place: self.place,
            problem: self.problem,
            help: self.help,
        }
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "{}: {}\nhelp: {}", self.place, self.problem, self.help)
    }
}

/// Why the linter could not look.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The book cannot be read or rendered.
    #[error(transparent)]
    Book(#[from] chapters::book::Error),
    /// A file cannot be read.
    #[error("failed to read the listings or the rendered pages: {0}; are they readable?")]
    Files(#[from] io::Error),
}

/// What the rules look at.
pub struct Content {
    book: Book,
    claims: BTreeMap<(Shelf, String), Claims>,
    listings: Vec<Listing>,
}

impl Content {
    /// Reads the book and the listings at `root`.
    ///
    /// # Errors
    ///
    /// If they cannot be read.
    pub fn read(root: &Path) -> Result<Self, Error> {
        let book = Book::load(root)?;
        Ok(Self {
            claims: book.claims(),
            listings: Listing::all(root)?,
            book,
        })
    }

    /// Every block of every chapter.
    fn blocks(&self) -> impl Iterator<Item = (&Chapter, &Block)> {
        let chapters = self.book.chapters.iter();
        chapters.flat_map(|chapter| chapter.blocks.iter().map(move |block| (chapter, block)))
    }

    fn claims(&self, listing: &Listing) -> Option<&Claims> {
        self.claims.get(&(listing.shelf, listing.name.clone()))
    }

    /// The names of the files of a listing that any chapter includes, in a block or not.
    fn shown_files(&self, listing: &Listing) -> BTreeSet<String> {
        let includes = self
            .book
            .chapters
            .iter()
            .flat_map(|chapter| &chapter.includes);
        let files = includes.filter_map(|include| include.listing_file());
        files
            .filter(|file| file.shelf == listing.shelf && file.name == listing.name)
            .map(|file| file.file)
            .collect()
    }
}

/// A place in a chapter, and the listing that stands there if there is one.
fn place(chapter: &Chapter, line: usize, listing: Option<&str>) -> String {
    let place = format!("{}:{line}", chapter.path.display());
    match listing {
        Some(listing) => format!("{place}: listing {listing}"),
        None => place,
    }
}
