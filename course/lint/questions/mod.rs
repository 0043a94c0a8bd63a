//! Rules about questions, the `course-quiz` of a page.
//!
//! # Layout
//!
//! - `choose`: several options, each with its reason; also whether a program compiles
//! - `predict`: what a program prints
//! - `order`: in which orders steps can come
//! - `enough`: how many there are
//! - `fact`: what an answer claims of a listing, compared with what is recorded

mod choose;
mod enough;
mod fact;
mod order;
mod predict;

use std::collections::BTreeMap;
use std::fs;

use chapters::{Language, ListingFile, Record, Shelf};

use super::element::Element;
use super::graph::Graph;
use super::{Content, Draft, place};
use crate::recording::listing::Listing;
pub(super) use enough::too_few;

/// What is wrong with a question, and what helps.
type Problem = (String, &'static str);

/// A question in a chapter.
struct Question<'a> {
    content: &'a Content,
    element: Element<'a>,
    /// The lines before its `<details>`, and those behind.
    asked: Vec<&'a str>,
    answered: Vec<&'a str>,
}

/// What there is to do.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Choose,
    Compiles,
    Predict,
    Order,
}

impl<'a> Question<'a> {
    fn all(content: &'a Content) -> Vec<Self> {
        let elements = Element::all(content, "course-quiz").into_iter();
        let questions = elements.map(|element| {
            let mut asked = element.text();
            let fold = asked.iter().position(|line| line.trim() == "<details>");
            let answered = asked.split_off(fold.unwrap_or(asked.len()));
            Self {
                content,
                element,
                asked,
                answered,
            }
        });
        questions.collect()
    }

    fn kind(&self) -> Option<Kind> {
        Some(match self.element.attributes.get("kind") {
            None => Kind::Choose,
            Some(&"compiles") => Kind::Compiles,
            Some(&"predict") => Kind::Predict,
            Some(&"order") => Kind::Order,
            Some(_) => return None,
        })
    }

    /// The listing that the question is about, if it names one that exists.
    fn listing(&self) -> Option<&'a Listing> {
        let name = self.element.attribute("listing");
        let mut listings = self.content.listings.iter();
        listings.find(|listing| listing.name == name)
    }

    fn graph(&self) -> Option<Graph> {
        graph(self.listing()?)
    }

    fn is_own(&self, file: &ListingFile) -> bool {
        file.name == self.element.attribute("listing")
    }

    /// Whether the program stands on the page, before the question ends.
    fn shows_its_program(&self) -> bool {
        let chapter = self.element.chapter;
        chapter.blocks.iter().any(|block| {
            let is_program = block.is_program(Language::Rust) || block.is_program(Language::Go);
            is_program
                && block.line < self.element.last
                && block.listing_file().is_some_and(|file| self.is_own(&file))
        })
    }

    /// Whether the reader sees what becomes of the program before being asked.
    fn is_given_away(&self) -> bool {
        let includes = self.element.chapter.includes.iter();
        let mut before = includes.filter(|include| include.line < self.element.first);
        before.any(|include| {
            include
                .listing_file()
                .is_some_and(|file| self.is_own(&file) && Record::named(&file.file).is_some())
        })
    }

    /// Whether the answer shows this record of the question's listing.
    fn answers_with(&self, shelf: Shelf, record: Record) -> bool {
        let fold = self.element.first + self.asked.len();
        let mut includes = self.element.includes();
        includes.any(|include| {
            include.line > fold
                && include.listing_file().is_some_and(|file| {
                    self.is_own(&file)
                        && file.shelf == shelf
                        && Record::named(&file.file) == Some(record)
                })
        })
    }
}

fn graph(listing: &Listing) -> Option<Graph> {
    let file = listing.folder.join(Record::Graph.file_name());
    serde_json::from_str(&fs::read_to_string(file).ok()?).ok()
}

/// A question has an id of its own, and all that its kind needs.
pub(super) fn odd(content: &Content) -> Vec<Draft> {
    let mut seen = BTreeMap::new();
    let mut findings = Vec::new();
    for question in Question::all(content) {
        let element = &question.element;
        let id = element.attribute("id");
        if id.is_empty() {
            findings.push(element.draft(
                "this question has no id, under which its answer could be kept".to_owned(),
                "write `<course-quiz id=\"chapter-words\">`",
            ));
        } else if let Some(first) = seen.insert(id, place(element.chapter, element.first, None)) {
            findings.push(element.draft(
                format!("the id `{id}` is taken by the question at {first}"),
                "give it another: an answer is kept under it",
            ));
        }
        if let Some((problem, help)) = odd_question(&question) {
            findings.push(element.draft(problem, help));
        }
    }
    findings
}

fn odd_question(question: &Question) -> Option<Problem> {
    let Some(kind) = question.kind() else {
        let kind = question.element.attribute("kind");
        return Some((
            format!("there is no kind of question called `{kind}`"),
            "write kind=\"predict\", \"compiles\" or \"order\", or leave it out",
        ));
    };
    let name = question.element.attribute("listing");
    if question.listing().is_none() && (kind != Kind::Choose || !name.is_empty()) {
        return Some((
            format!("there is no listing `{name}` for this question to be about"),
            "write listing=\"NAME\", where listings/examples/NAME or listings/refused/NAME is",
        ));
    }
    let is_program_needed = kind != Kind::Choose;
    if is_program_needed && !question.shows_its_program() {
        return Some((
            "the program that it asks about is not on the page".to_owned(),
            "show it in the question, or in a course-code before it",
        ));
    }
    if matches!(kind, Kind::Compiles | Kind::Predict) && question.is_given_away() {
        return Some((
            "what becomes of its program stands on the page before the question".to_owned(),
            "ask first, and let the answer show what was recorded",
        ));
    }
    match kind {
        Kind::Choose => choose::odd(question),
        Kind::Compiles => choose::odd(question).or_else(|| choose::odd_compiles(question)),
        Kind::Predict => predict::odd(question),
        Kind::Order => order::odd(question),
    }
}

/// What an answer says of a program is what is recorded of it. A question that is not whole is
/// the other rule's business.
pub(super) fn untrue(content: &Content) -> Vec<Draft> {
    let mut findings = Vec::new();
    let questions = Question::all(content).into_iter();
    for question in questions.filter(|question| odd_question(question).is_none()) {
        let problem = match question.kind() {
            Some(Kind::Choose) => choose::untrue(&question),
            Some(Kind::Compiles) => choose::untrue_compiles(&question),
            Some(Kind::Predict) => predict::untrue(&question),
            Some(Kind::Order) => order::untrue(&question),
            None => None,
        };
        findings.extend(problem.map(|(problem, help)| question.element.draft(problem, help)));
    }
    findings
}

/// The numbered items of a list: what stands behind `1. `.
fn items<'a>(lines: &[&'a str]) -> Vec<&'a str> {
    let items = lines.iter().filter_map(|line| {
        let (number, text) = line.split_once(". ")?;
        let is_number = !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit());
        is_number.then_some(text)
    });
    items.collect()
}

/// The items of a list without numbers: what stands behind `- `.
fn bullets<'a>(lines: &[&'a str]) -> Vec<&'a str> {
    let items = lines.iter().filter_map(|line| line.strip_prefix("- "));
    items.collect()
}
