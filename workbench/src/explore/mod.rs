//! Explores a program: runs its unchanged text under every schedule.
//!
//! | module | what is in it |
//! |---|---|
//! | `listings` | which types of that crate are `unsafe` inside |
//! | `rules` | the rules that a program asks for in a comment |
//! | [`source`] | what the program's text says: names, whether it is `unsafe`, what cannot be explored |
//! | [`stand_ins`] | the crates that take the place of std and others |
//! | [`build`] | text in, program that explores itself out |
//! | [`assembly`] | the same for a program of two files, one of which puts the other to the test |
//! | [`child`] | that program's run, within limits |
//! | [`graph`] | its answer: all states, and how to read a schedule off them |
//! | [`words`] | outcomes in words |
//! | `tables` | a schedule as lines of text, all outcomes as a table |
//!
//! The work is done by the program itself, in a process of its own: it is linked with the explorer.

mod assembly;
mod build;
mod child;
mod error;
pub mod graph;
mod how;
mod listings;
mod rules;
mod source;
mod stand_ins;
mod tables;
pub mod words;

pub use assembly::{Assembled, Assembly};
pub use error::Error;
pub use graph::Graph;
pub use interleave_request::{Limits, Memory, Merging, Model, Progress, Time};
pub use tables::{cell, grouped};

use std::path::{Path, PathBuf};

use crate::{Cancel, Toolchain};
use how::How;
use stand_ins::StandIns;

/// The explorer of one workspace.
#[derive(Clone, Debug)]
pub struct Explorer {
    root: PathBuf,
    scratch: PathBuf,
    /// The sources of the crate `listings`, if they are not those of the workspace.
    listings: Option<PathBuf>,
}

/// What is asked about a program.
#[derive(Clone, Copy, Debug, Default)]
pub struct Question {
    /// The rules. How states are merged is decided by the program's text, not here, unless
    /// [`Merging::Never`] is asked for.
    pub model: Model,
    /// The limits.
    pub limits: Limits,
    /// Whether accesses to plain memory are looked at.
    pub plain: Plain,
}

/// Whether accesses to plain memory are looked at, which takes longer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Plain {
    /// If the program has `unsafe` code: without it there are no data races.
    #[default]
    IfUnsafe,
    /// In any case.
    Always,
    /// Never.
    Never,
}

impl Plain {
    /// Whether the compiler can have a program tell of its accesses. It needs `RUSTC_BOOTSTRAP`;
    /// whoever sets that to -1 does not want it.
    #[must_use]
    pub fn can_be_seen() -> bool {
        let here = cfg!(all(
            target_os = "linux",
            target_env = "gnu",
            any(target_arch = "x86_64", target_arch = "aarch64")
        ));
        here && std::env::var_os("RUSTC_BOOTSTRAP").is_none_or(|value| value != "-1")
    }

    fn is_seen(self, is_unsafe: bool) -> bool {
        let wanted = match self {
            Plain::IfUnsafe => is_unsafe,
            Plain::Always => true,
            Plain::Never => false,
        };
        wanted && Plain::can_be_seen()
    }
}

impl Question {
    /// What the program with this text asks to be asked, in a comment such as
    /// `// explore: --memory weak --spurious` (the flags of `cargo course explore`).
    ///
    /// # Errors
    ///
    /// If the comment asks for something that there is not.
    pub fn of(text: &str) -> Result<Question, Error> {
        Ok(Question {
            model: rules::read(text)?,
            ..Question::default()
        })
    }
}

/// A program's graph, and the same as the JSON that it was read from.
#[derive(Clone, Debug)]
pub struct Explored {
    /// What a page plays.
    pub json: String,
    /// The same, taken apart.
    pub graph: Graph,
}

impl Explorer {
    /// The explorer of the workspace at `root`, which keeps what it builds in `scratch`.
    pub fn new(root: &Path, scratch: &Path) -> Explorer {
        Explorer {
            root: root.to_owned(),
            scratch: scratch.to_owned(),
            listings: None,
        }
    }

    /// The same with other sources of the crate `listings`: for tests of what is said of them.
    #[doc(hidden)]
    #[must_use]
    pub fn with_listings(mut self, folder: &Path) -> Explorer {
        self.listings = Some(folder.to_owned());
        self
    }

    fn stand_ins(&self) -> Result<StandIns, Error> {
        let mut found = stand_ins::find(&self.root, &self.scratch)?;
        if let Some(listings) = &self.listings {
            found.listings.clone_from(listings);
        }
        Ok(found)
    }

    /// The text of a file of the crate `listings`, as graphs name it.
    pub(crate) fn listing_text(&self, shown: &str) -> Option<String> {
        let own = self.root.join("listings/src");
        let folder = self.listings.as_ref().unwrap_or(&own);
        let inside = Path::new(shown).strip_prefix("listings/src").ok()?;
        std::fs::read_to_string(folder.join(inside)).ok()
    }

    /// Whether the stand-ins are built, as far as can be seen at a glance: the first program takes
    /// long if they are not.
    #[must_use]
    pub fn is_built(&self) -> bool {
        stand_ins::are_known(&self.scratch)
    }

    /// Builds an instrumented program that has the explorer called by its own `main`: for tests
    /// that explore many programs in one.
    ///
    /// # Errors
    ///
    /// If it does not compile.
    #[doc(hidden)]
    pub fn build_alone(&self, name: &str, text: &str) -> Result<PathBuf, Error> {
        let stand_ins = self.stand_ins()?;
        let toolchain = Toolchain::remembered(&self.root, &self.scratch)?;
        let how = How {
            toolchain: &toolchain,
            stand_ins: &stand_ins,
            tells: true,
            cancel: &Cancel::default(),
        };
        build::build_alone(&self.scratch, name, text, how)
    }

    /// Explores the program with this text. Its `name` tells it from others, and the compiler's
    /// messages apart; programs of the same name are built in the same place, faster each time.
    ///
    /// # Errors
    ///
    /// If the program does not compile, if it uses what cannot be explored, or if exploring it
    /// breaks down.
    pub fn explore(
        &self,
        name: &str,
        text: &str,
        question: &Question,
        progress: impl FnMut(Progress),
    ) -> Result<Explored, Error> {
        self.explore_until_cancelled(name, text, question, progress, &Cancel::default())
    }

    /// The same, unless somebody wants it to stop before.
    ///
    /// # Errors
    ///
    /// As for [`Self::explore`], and [`Error::Cancelled`].
    pub fn explore_until_cancelled(
        &self,
        name: &str,
        text: &str,
        question: &Question,
        progress: impl FnMut(Progress),
        cancel: &Cancel,
    ) -> Result<Explored, Error> {
        let source = source::read(text)?;
        let stand_ins = self.stand_ins()?;
        let toolchain = Toolchain::remembered(&self.root, &self.scratch)?;
        let how = How {
            toolchain: &toolchain,
            stand_ins: &stand_ins,
            tells: false,
            cancel,
        };
        let program = build::build(&self.scratch, name, text, &source, how, question.plain)?;
        if cancel.is_cancelled() {
            return Err(Error::Cancelled);
        }
        let request = child::request(&program, &source, question);
        let libraries = &toolchain.libraries;
        let json = child::run(
            &program,
            libraries,
            &request,
            child::MEMORY,
            progress,
            cancel,
        )?;
        let graph =
            serde_json::from_str(&json).map_err(|error| Error::Answer(error.to_string()))?;
        Ok(Explored { json, graph })
    }
}
