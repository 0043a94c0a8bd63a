//! Compiles and runs one program at a time, within limits.
//!
//! # Layout
//!
//! | module | what is in it |
//! |---|---|
//! | [`toolchain`] | which `rustc` is used, and which version it is |
//! | [`libraries`] | the crates a program may use, as the workspace itself built them |
//! | [`compile`] | source text in, executable or refusal out, cached by content |
//! | [`bundle`] | several programs as modules of one |
//! | [`diagnostics`] | what the compiler said: its text and its error codes |
//! | [`explore`] | every schedule of a program, in a child process |
//! | [`run`] | one run of an executable, within limits, as a stream of events |
//! | [`confine`] | keeps a program from the network, other programs and the rest of the disk |
//! | [`race`] | does a program have a data race, and where? |
//! | [`go`] | the same for a Go program: build, vet, format, run |
//! | [`normalize`] | takes out of a message what differs from machine to machine |
//!
//! Nothing here knows of the book: a program is text, and its results are values.

pub mod bundle;
pub mod compile;
pub mod confine;
mod decode;
pub mod diagnostics;
mod ending;
mod error;
pub mod explore;
pub mod go;
mod leash;
pub mod libraries;
pub mod normalize;
pub mod race;
mod remembered;
pub mod run;
mod store;
mod tool;
pub mod toolchain;
mod watch;

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

pub use compile::{Compiled, Executable};
pub use diagnostics::CompilerSaid;
pub use ending::Ending;
pub use error::Error;
pub use go::{Go, GoBuilt};
pub use libraries::Libraries;
pub use race::{Detector, Raced};
pub use run::{Cancel, Event, Finished, Job, Limits, run};
pub use toolchain::Toolchain;

/// A compiler, the crates that a program may use, and a place for what was built.
///
/// It is serializable so that one process can find everything once and hand it to others.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Workbench {
    /// The compiler.
    pub toolchain: Toolchain,
    /// What a program may use besides the standard library.
    pub libraries: Libraries,
    store: PathBuf,
}

impl Workbench {
    /// Finds the compiler, and builds the crate `listings` of the workspace at `root` with all
    /// that it depends on. What is compiled later is kept under `store`. Where nothing has changed
    /// since the last time it takes a few milliseconds.
    ///
    /// # Errors
    ///
    /// If there is no compiler, or if `listings` does not build.
    pub fn open(root: &Path, store: &Path) -> Result<Self, Error> {
        let toolchain = Toolchain::remembered(root, store)?;
        let libraries = Libraries::remembered(root, &toolchain, store)?;
        Ok(Self {
            toolchain,
            libraries,
            store: store.to_owned(),
        })
    }

    /// Whether [`Self::open`] has nothing to build.
    #[must_use]
    pub fn is_built(root: &Path, store: &Path) -> bool {
        Toolchain::remembered(root, store)
            .is_ok_and(|toolchain| Libraries::are_known(root, &toolchain, store))
    }

    /// Removes programs that were of no use for longest, until the others take no more than so many
    /// bytes.
    pub fn keep_within(&self, bytes: u64) {
        store::trim(&self.store, bytes);
    }

    /// The same compiler and crates, with another place for what is compiled.
    #[must_use]
    pub fn with_store(&self, store: &Path) -> Self {
        Self {
            store: store.to_owned(),
            ..self.clone()
        }
    }
}
