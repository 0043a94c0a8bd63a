//! Links and images of a chapter.

use std::sync::LazyLock;

use mdbook_markdown::pulldown_cmark::{Event, Tag};
use mdbook_markdown::{MarkdownOptions, new_cmark_parser};
use regex::Regex;

use crate::Chapter;

/// A link or an image.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Link {
    /// Where it leads, as it stands in the chapter.
    pub target: String,
    /// The line in the chapter's source, from 1; 1 if it comes out of an included file.
    pub line: usize,
}

impl Link {
    /// Whether it leads out of the book.
    #[must_use]
    pub fn is_external(&self) -> bool {
        static SCHEME: LazyLock<Regex> = LazyLock::new(|| {
            Regex::new(r"^([a-zA-Z][a-zA-Z0-9+.-]*:|//)").expect("the pattern is a constant")
        });
        SCHEME.is_match(&self.target)
    }
}

impl Chapter {
    /// The links and images of the expanded chapter, those in HTML included.
    #[must_use]
    pub fn links(&self) -> Vec<Link> {
        static ATTRIBUTE: LazyLock<Regex> = LazyLock::new(|| {
            Regex::new(r#"\s(?:href|src)="([^"]*)""#).expect("the pattern is a constant")
        });
        let mut targets = Vec::new();
        for event in new_cmark_parser(&self.expanded(), &MarkdownOptions::default()) {
            match event {
                Event::Start(Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. }) => {
                    targets.push(dest_url.to_string());
                }
                Event::Html(html) | Event::InlineHtml(html) => {
                    let found = ATTRIBUTE.captures_iter(&html);
                    targets.extend(found.map(|attribute| attribute[1].to_owned()));
                }
                _ => {}
            }
        }
        let link = |target: String| Link {
            line: self.line_of(&target),
            target,
        };
        targets.into_iter().map(link).collect()
    }

    fn line_of(&self, text: &str) -> usize {
        let before = self.source.split(text).next().unwrap_or_default();
        if before.len() == self.source.len() {
            return 1;
        }
        1 + before.matches('\n').count()
    }
}
