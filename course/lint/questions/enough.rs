//! Whether the book asks enough: of each chapter, and in each part of every kind.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::Path;

use super::{Kind, Question};
use crate::lint::{Content, Draft};

const IN_A_CHAPTER: usize = 5;
const IN_A_PART: usize = 2;
const SUMMARY: &str = "SUMMARY.md";
const INDEX: &str = "/index.md";

/// A part of the table of contents: its title, and the folders of its chapters.
struct Part {
    title: String,
    chapters: Vec<String>,
}

/// The parts that have chapters. A chapter is a folder with an `index.md`.
fn parts(content: &Content) -> io::Result<Vec<Part>> {
    let source = content.book.root.join(&content.book.source);
    let summary = fs::read_to_string(source.join(SUMMARY))?;
    let mut parts: Vec<Part> = Vec::new();
    for line in summary.lines() {
        if let Some(title) = line.strip_prefix("# ") {
            parts.push(Part {
                title: title.to_owned(),
                chapters: Vec::new(),
            });
        }
        let target = line.rsplit_once("](").map(|(_, target)| target.trim_end());
        let folder = target.and_then(|target| target.strip_suffix(')')?.strip_suffix(INDEX));
        if let (Some(part), Some(folder)) = (parts.last_mut(), folder) {
            part.chapters.push(folder.to_owned());
        }
    }
    parts.retain(|part| !part.chapters.is_empty());
    Ok(parts)
}

pub(in crate::lint) fn too_few(content: &Content) -> io::Result<Vec<Draft>> {
    let questions = Question::all(content);
    let mut findings = Vec::new();
    for part in parts(content)? {
        for folder in &part.chapters {
            let count = of_chapter(&questions, folder).count();
            if count < IN_A_CHAPTER {
                findings.push(Draft {
                    place: format!("{folder}{INDEX}"),
                    problem: format!("the chapter asks {count} questions"),
                    help: format!("ask at least {IN_A_CHAPTER}"),
                });
            }
        }
        let mut counts = BTreeMap::from([
            ("compiles", (Kind::Compiles, 0)),
            ("order", (Kind::Order, 0)),
            ("predict", (Kind::Predict, 0)),
        ]);
        for question in part
            .chapters
            .iter()
            .flat_map(|folder| of_chapter(&questions, folder))
        {
            for (kind, count) in counts.values_mut() {
                *count += usize::from(question.kind() == Some(*kind));
            }
        }
        for (name, (_, count)) in counts
            .into_iter()
            .filter(|(_, (_, count))| *count < IN_A_PART)
        {
            findings.push(Draft {
                place: format!("{SUMMARY}: {}", part.title),
                problem: format!("the part has {count} questions of the kind `{name}`"),
                help: format!("ask at least {IN_A_PART}"),
            });
        }
    }
    Ok(findings)
}

fn of_chapter<'a>(
    questions: &'a [Question<'a>],
    folder: &'a str,
) -> impl Iterator<Item = &'a Question<'a>> {
    let folder = Some(Path::new(folder));
    let is_in = move |question: &&Question| question.element.chapter.path.parent() == folder;
    questions.iter().filter(is_in)
}
