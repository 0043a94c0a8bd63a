//! An element of the page in the source of a chapter: HTML in Markdown, its opening tag on a line
//! of its own.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use chapters::{Chapter, Include};
use regex::Regex;

use super::{Content, Draft, place};

/// An element in the source of a chapter.
pub(super) struct Element<'a> {
    pub(super) chapter: &'a Chapter,
    pub(super) attributes: BTreeMap<&'a str, &'a str>,
    /// The line of the opening tag, from 1.
    pub(super) first: usize,
    /// The line of the closing tag.
    pub(super) last: usize,
}

impl<'a> Element<'a> {
    /// Every element of this name in the book. One that is not closed reaches to its chapter's
    /// end.
    pub(super) fn all(content: &'a Content, name: &str) -> Vec<Self> {
        let chapters = content.book.chapters.iter();
        chapters
            .flat_map(|chapter| Self::in_chapter(chapter, name))
            .collect()
    }

    fn in_chapter(chapter: &'a Chapter, name: &str) -> Vec<Self> {
        static ATTRIBUTE: LazyLock<Regex> =
            LazyLock::new(|| Regex::new(r#"([a-z]+)="([^"]*)""#).expect("a constant"));
        let (start, end) = (format!("<{name}"), format!("</{name}>"));
        let is_start = |line: &str| {
            let rest = line.strip_prefix(&start);
            rest.is_some_and(|rest| rest.starts_with([' ', '>']))
        };
        let lines: Vec<&str> = chapter.source.lines().collect();
        let mut elements = Vec::new();
        for (at, line) in lines.iter().enumerate().filter(|(_, line)| is_start(line)) {
            let behind = lines.iter().skip(at).position(|line| line.contains(&end));
            let parts = ATTRIBUTE.captures_iter(line).map(|found| found.extract());
            elements.push(Self {
                chapter,
                attributes: parts.map(|(_, [name, value])| (name, value)).collect(),
                first: at + 1,
                last: behind.map_or(lines.len(), |lines| at + 1 + lines),
            });
        }
        elements
    }

    pub(super) fn attribute(&self, name: &str) -> &'a str {
        self.attributes.get(name).copied().unwrap_or_default()
    }

    pub(super) fn contains(&self, line: usize) -> bool {
        (self.first..=self.last).contains(&line)
    }

    pub(super) fn includes(&self) -> impl Iterator<Item = &'a Include> {
        let includes = self.chapter.includes.iter();
        includes.filter(|include| self.contains(include.line))
    }

    /// What stands between the tags.
    pub(super) fn text(&self) -> Vec<&'a str> {
        let lines = self.chapter.source.lines();
        let inner = lines.skip(self.first).take(self.last - self.first - 1);
        inner.collect()
    }

    pub(super) fn draft(&self, problem: String, help: &str) -> Draft {
        let listing = self.attributes.get("listing").copied();
        Draft {
            place: place(self.chapter, self.first, listing),
            problem,
            help: help.to_owned(),
        }
    }
}
