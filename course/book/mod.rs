//! Builds the book in process, whole or not at all.
//!
//! mdBook writes into a temporary folder; the finished files are then held in memory ([`Book`]).
//! The server hands them out from there, and [`export`] writes them as a static site.
//! Nobody ever meets a half-built page.

mod export;
mod files;
mod include;
mod messages;
mod problem;

pub use export::{ExportError, export};
pub use files::Files;
pub use problem::{Place, Problem};

use crate::root::Root;
use mdbook_driver::MDBook;
use mdbook_driver::book::BookItem;
use mdbook_driver::config::Config;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;

/// A book that was built.
#[derive(Debug)]
pub struct Book {
    /// Every file of the site.
    pub files: Files,
    /// What mdBook found doubtful.
    pub warnings: Vec<Problem>,
    /// The folder that `book.toml` names for the site.
    pub default_dest: PathBuf,
    chapters: usize,
}

impl Book {
    /// How many pages a reader can turn.
    pub fn pages(&self) -> usize {
        self.chapters
    }
}

/// A book that cannot be built, or not as its author meant it.
#[derive(Debug, thiserror::Error)]
#[error("failed to build the book; mend what is listed and build again")]
pub struct Broken {
    /// Why not. There is at least one.
    pub problems: Vec<Problem>,
    /// What mdBook made of it all the same, for instance with includes left out.
    pub draft: Option<Box<Book>>,
}

/// Builds the book of the course at `root`, as `mdbook build` would.
///
/// # Errors
///
/// When mdBook fails, and also where it only logs that an include is missing.
pub fn build(root: &Root) -> Result<Book, Broken> {
    build_configured(root, |_| Ok(()))
}

/// Builds the book for a server: its 404 page finds its style from the address `/`.
///
/// # Errors
///
/// As [`build`].
pub fn build_for_serving(root: &Root) -> Result<Book, Broken> {
    build_configured(root, |config| config.set("output.html.site-url", "/"))
}

type Configure = fn(&mut Config) -> anyhow::Result<()>;

fn build_configured(root: &Root, configure: Configure) -> Result<Book, Broken> {
    // mdBook has a few `panic!`s for chapters that it cannot make sense of.
    let (attempt, messages) =
        messages::collect(|| catch_unwind(AssertUnwindSafe(|| attempt(root, configure))));
    let Attempt { loaded, rendered } = attempt.unwrap_or_else(|_| Attempt {
        loaded: None,
        rendered: Err(anyhow::anyhow!("mdBook panicked; what it said is above")),
    });
    let (mut errors, warnings) = problem::from_messages(root, loaded.as_ref(), messages);
    let draft = match rendered {
        Ok(book) if errors.is_empty() => return Ok(Book { warnings, ..book }),
        Ok(book) => Some(Box::new(book)),
        Err(error) => {
            errors.push(problem::from_error(root, &error));
            None
        }
    };
    Err(Broken {
        problems: errors,
        draft,
    })
}

/// How far mdBook came. A book that was loaded tells where an error is, even if it was not rendered.
struct Attempt {
    loaded: Option<MDBook>,
    rendered: anyhow::Result<Book>,
}

fn attempt(root: &Root, configure: Configure) -> Attempt {
    match MDBook::load(root.path()) {
        Ok(mut loaded) => Attempt {
            rendered: render(root, &mut loaded, configure),
            loaded: Some(loaded),
        },
        Err(error) => Attempt {
            loaded: None,
            rendered: Err(error),
        },
    }
}

fn render(root: &Root, loaded: &mut MDBook, configure: Configure) -> anyhow::Result<Book> {
    configure(&mut loaded.config)?;
    let default_dest = root.path().join(&loaded.config.build.build_dir);
    let site = tempfile::Builder::new().prefix("course-book-").tempdir()?;
    loaded.config.build.build_dir = site.path().to_owned();
    loaded.build()?;
    Ok(Book {
        files: Files::read(&loaded.build_dir_for("html"))?,
        warnings: Vec::new(),
        default_dest,
        chapters: loaded.iter().filter(|item| is_page(item)).count(),
    })
}

fn is_page(item: &BookItem) -> bool {
    matches!(item, BookItem::Chapter(chapter) if !chapter.is_draft_chapter())
}
