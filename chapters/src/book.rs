//! A whole book, loaded and expanded.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use mdbook_driver::MDBook;
use mdbook_driver::book::BookItem;
use mdbook_driver::builtin_renderers::MarkdownRenderer;
use mdbook_driver::config::Config;

use crate::{Block, Chapter};

/// A book.
#[derive(Clone, Debug)]
pub struct Book {
    /// The folder with `book.toml` and `listings`.
    pub root: PathBuf,
    /// The folder of the chapters, seen from the root: `src`.
    pub source: PathBuf,
    /// The chapters, in the order of the table of contents.
    pub chapters: Vec<Chapter>,
}

/// A book that cannot be read.
#[derive(Debug, thiserror::Error)]
#[error("failed to read the book at {}: {reason}", root.display())]
pub struct Error {
    root: PathBuf,
    reason: String,
}

impl Book {
    /// Reads `book.toml` and the chapters at `root`, and expands them with mdBook's own
    /// preprocessors. Files that an include does not find are no error here: the directive then
    /// stays in the text, for the linter to report.
    ///
    /// # Errors
    ///
    /// If `book.toml`, the table of contents or a chapter that it names cannot be read.
    pub fn load(root: &Path) -> Result<Self, Error> {
        let failed = |reason: String| Error {
            root: root.to_owned(),
            reason,
        };
        let mut book = open(root).map_err(&failed)?;
        let source = book.config.book.src.clone();
        let mut chapters = BTreeMap::new();
        book.book.for_each_mut(|item| {
            if let BookItem::Chapter(chapter) = item
                && let Some(path) = &chapter.source_path
            {
                let read = Chapter::new(path, &chapter.name, &chapter.content, &source);
                chapter.content = read.numbered();
                chapters.insert(path.clone(), read);
            }
        });
        let (expanded, _) = book
            .preprocess_book(&MarkdownRenderer::new())
            .map_err(|error| failed(format!("{error:#}")))?;
        let chapters = expanded
            .chapters()
            .filter_map(|chapter| {
                let mut read = chapters.remove(chapter.source_path.as_ref()?)?;
                read.expand(chapter.content.clone());
                Some(read)
            })
            .collect();
        Ok(Self {
            root: root.to_owned(),
            source,
            chapters,
        })
    }

    /// The block with this [mark](Chapter::mark).
    #[must_use]
    pub fn marked(&self, mark: &str) -> Option<(&Chapter, &Block)> {
        let (number, path) = mark.strip_prefix("// block ")?.split_once(" of ")?;
        let mut chapters = self.chapters.iter();
        let chapter = chapters.find(|chapter| chapter.path == Path::new(path))?;
        Some((chapter, chapter.blocks.get(number.parse::<usize>().ok()?)?))
    }

    /// Renders the book into `folder`, as a reader gets it but without the search index.
    ///
    /// # Errors
    ///
    /// If the book cannot be read, or the folder cannot be written.
    pub fn render(&self, folder: &Path) -> Result<(), Error> {
        let failed = |reason: String| Error {
            root: self.root.clone(),
            reason,
        };
        let mut book = open(&self.root).map_err(&failed)?;
        book.config.build.build_dir = folder.to_owned();
        let rendered = book.config.set("output.html.search.enable", false);
        let rendered = rendered.and_then(|()| book.build());
        rendered.map_err(|error| failed(format!("{error:#}")))
    }
}

fn open(root: &Path) -> Result<MDBook, String> {
    let config = root.join("book.toml");
    let mut config = Config::from_disk(&config).map_err(|error| format!("{error:#}"))?;
    // A missing chapter is a mistake to be told, not a file to be made.
    config.build.create_missing = false;
    MDBook::load_with_config(root, config).map_err(|error| format!("{error:#}"))
}
