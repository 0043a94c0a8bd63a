//! Rules about the page's elements: `course-code`, `schedule-explorer`, `course-quiz`.
//!
//! They are HTML in Markdown, each tag on a line of its own.

use std::collections::BTreeMap;
use std::fs;
use std::sync::LazyLock;

use chapters::{Chapter, Include, Language, Record, Shelf};
use regex::Regex;
use serde::Deserialize;

use super::{Content, Draft, place};

/// A graph is part of the page, so it must not make it slow to load.
const LARGEST_GRAPH: u64 = 32 * 1024;

/// An element in the source of a chapter.
struct Element<'a> {
    chapter: &'a Chapter,
    attributes: BTreeMap<&'a str, &'a str>,
    /// The line of the opening tag, from 1.
    first: usize,
    /// The line of the closing tag.
    last: usize,
}

impl<'a> Element<'a> {
    /// Every element of this name in the book. One that is not closed reaches to its chapter's
    /// end.
    fn all(content: &'a Content, name: &str) -> Vec<Self> {
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

    fn attribute(&self, name: &str) -> &'a str {
        self.attributes.get(name).copied().unwrap_or_default()
    }

    fn contains(&self, line: usize) -> bool {
        (self.first..=self.last).contains(&line)
    }

    fn includes(&self) -> impl Iterator<Item = &'a Include> {
        let includes = self.chapter.includes.iter();
        includes.filter(|include| self.contains(include.line))
    }

    /// What stands between the tags.
    fn text(&self) -> Vec<&'a str> {
        let lines = self.chapter.source.lines();
        let inner = lines.skip(self.first).take(self.last - self.first - 1);
        inner.collect()
    }

    fn draft(&self, problem: String, help: &str) -> Draft {
        let listing = self.attributes.get("listing").copied();
        Draft {
            place: place(self.chapter, self.first, listing),
            problem,
            help: help.to_owned(),
        }
    }
}

/// Every listing that runs stands in a `course-code` of its name, and nothing else does.
pub(super) fn bare_code(content: &Content) -> Vec<Draft> {
    let frames = Element::all(content, "course-code");
    let mut findings = Vec::new();
    for (chapter, block) in content.blocks() {
        let is_program = block.is_program(Language::Rust) || block.is_program(Language::Go);
        let Some(file) = block.listing_file().filter(|_| is_program) else {
            continue;
        };
        let is_around =
            |frame: &&Element| frame.chapter.path == chapter.path && frame.contains(block.line);
        let frame = frames.iter().find(is_around);
        let problem = match frame.map(|frame| frame.attribute("listing")) {
            Some(listing) if listing == file.name => continue,
            Some(listing) => format!("it stands in the course-code of `{listing}`"),
            None if file.shelf == Shelf::Refused => continue,
            None => "it stands in no course-code, so it cannot be run in the page".to_owned(),
        };
        findings.push(Draft {
            place: place(chapter, block.line, Some(&file.name)),
            problem,
            help: format!(
                "put `<course-code listing=\"{}\">` before it and `</course-code>` behind it, with \
                 empty lines between",
                file.name
            ),
        });
    }
    findings.extend(
        frames
            .iter()
            .filter_map(|frame| empty_frame(content, frame)),
    );
    findings
}

fn empty_frame(content: &Content, frame: &Element) -> Option<Draft> {
    let is_inside =
        |chapter: &Chapter, line| frame.chapter.path == chapter.path && frame.contains(line);
    let has_program = content.blocks().any(|(chapter, block)| {
        let is_program = block.is_program(Language::Rust) || block.is_program(Language::Go);
        is_program && is_inside(chapter, block.line)
    });
    (!has_program).then(|| {
        frame.draft(
            "there is no program in this course-code".to_owned(),
            "put the listing's blocks into it, with empty lines between, or remove it",
        )
    })
}

/// An explorer has the graph of its listing, and its goal can be reached.
pub(super) fn lame_explorers(content: &Content) -> Vec<Draft> {
    let explorers = Element::all(content, "schedule-explorer");
    explorers
        .iter()
        .filter_map(|explorer| lame_explorer(content, explorer))
        .collect()
}

fn lame_explorer(content: &Content, explorer: &Element) -> Option<Draft> {
    let name = explorer.attribute("listing");
    let graph = format!("../../listings/examples/{name}/schedules.json");
    let is_graph = |include: &&Include| {
        let file = include.listing_file();
        file.is_some_and(|file| {
            file.name == name && Record::named(&file.file) == Some(Record::Graph)
        })
    };
    let Some(include) = explorer.includes().find(is_graph) else {
        return Some(explorer.draft(
            "this explorer has no graph of its listing, so it stays a table".to_owned(),
            &format!(
                "put a line `<script type=\"application/json\">{{{{#include {graph}}}}}</script>` \
                 into it, with empty lines around; then cargo course record {name}"
            ),
        ));
    };
    // A missing file is another rule's business.
    let text = fs::read_to_string(content.book.root.join(&include.file)).ok()?;
    let size = text.len() as u64;
    if size > LARGEST_GRAPH {
        return Some(explorer.draft(
            format!("its graph has {size} bytes, which is more than {LARGEST_GRAPH}"),
            "show a smaller program: fewer threads, or fewer steps",
        ));
    }
    if text.contains("</") || text.contains("<!--") {
        return Some(explorer.draft(
            "its graph holds `</` or `<!--`, at which a browser would take it to end".to_owned(),
            "let the program print something else",
        ));
    }
    unreachable_goal(explorer, &text).or_else(|| without_program(content, explorer))
}

fn without_program(content: &Content, explorer: &Element) -> Option<Draft> {
    let name = explorer.attribute("listing");
    let is_on_the_page = content.blocks().any(|(chapter, block)| {
        let is_own = chapter.path == explorer.chapter.path && block.is_program(Language::Rust);
        is_own && block.listing_file().is_some_and(|file| file.name == name)
    });
    (!is_on_the_page).then(|| {
        explorer.draft(
            "the Rust program of this explorer is not on the page".to_owned(),
            "show it in a course-code before, or as a block inside the explorer",
        )
    })
}

#[derive(Deserialize)]
struct Graph {
    outcomes: Vec<Outcome>,
}

/// As much of an outcome as a goal speaks of.
#[derive(Deserialize)]
struct Outcome {
    kind: String,
    fails: bool,
    stdout: String,
}

impl Outcome {
    /// As `src/elements/explorer/goal.js` has it.
    fn is(&self, reach: &str) -> bool {
        let Some(text) = reach.strip_prefix("prints ") else {
            return self.fails && ["fails", &self.kind].contains(&reach);
        };
        let (is_only, text) = match text.strip_prefix("only ") {
            Some(text) => (true, text),
            None => (false, text),
        };
        let wanted: Vec<&str> = text.split(" / ").collect();
        let lines: Vec<&str> = self.stdout.lines().collect();
        let mut left = wanted.iter().peekable();
        for line in &lines {
            left.next_if(|wanted| *wanted == line);
        }
        !self.fails && left.peek().is_none() && (!is_only || lines.len() == wanted.len())
    }
}

fn unreachable_goal(explorer: &Element, graph: &str) -> Option<Draft> {
    let has = |name| explorer.attributes.contains_key(name);
    if !has("goal") && !has("reach") {
        return None;
    }
    let reach = explorer.attribute("reach");
    let graph: Graph = serde_json::from_str(graph).ok()?;
    let is_reached = graph.outcomes.iter().any(|outcome| outcome.is(reach));
    if is_reached && has("goal") {
        return None;
    }
    let problem = match is_reached {
        true => format!("it is to reach `{reach}`, but does not say so to the reader"),
        false => format!("no schedule reaches `{reach}`"),
    };
    Some(explorer.draft(
        problem,
        "write goal=\"what the reader is to do\" and reach=\"deadlock\", \"panic\", \"fails\", \
         \"prints LINE / LINE\" or \"prints only LINE\"",
    ))
}

/// A question has an id of its own, and a reason for each option, one of them right.
pub(super) fn odd_questions(content: &Content) -> Vec<Draft> {
    let quizzes = Element::all(content, "course-quiz");
    let mut seen = BTreeMap::new();
    let mut findings = Vec::new();
    for quiz in &quizzes {
        let id = quiz.attribute("id");
        if id.is_empty() {
            findings.push(quiz.draft(
                "this question has no id, under which its answer could be kept".to_owned(),
                "write `<course-quiz id=\"chapter-words\">`",
            ));
        } else if let Some(first) = seen.insert(id, place(quiz.chapter, quiz.first, None)) {
            findings.push(quiz.draft(
                format!("the id `{id}` is taken by the question at {first}"),
                "give it another: an answer is kept under it",
            ));
        }
        findings.extend(odd_question(quiz));
    }
    findings
}

fn odd_question(quiz: &Element) -> Option<Draft> {
    let text = quiz.text();
    let fold = text.iter().position(|line| line.trim() == "<details>");
    let (asked, answered) = text.split_at(fold.unwrap_or(text.len()));
    let options = items(asked).count();
    let reasons: Vec<&str> = items(answered).collect();
    let is_judged = |reason: &&str| {
        ["**Right.**", "**Wrong.**"]
            .iter()
            .any(|word| reason.starts_with(word))
    };
    let has_right = reasons
        .iter()
        .any(|reason| reason.starts_with("**Right.**"));
    let problem = if options < 2 || reasons.len() != options {
        format!("there are {options} options, and {} reasons", reasons.len())
    } else if !reasons.iter().all(is_judged) {
        "a reason begins neither with **Right.** nor with **Wrong.**".to_owned()
    } else if !has_right {
        "no option is right".to_owned()
    } else {
        return None;
    };
    Some(quiz.draft(
        problem,
        "number the options, and in a `<details>` behind them as many reasons",
    ))
}

/// The numbered items of a list: what stands behind `1. `.
fn items<'a>(lines: &[&'a str]) -> impl Iterator<Item = &'a str> {
    lines.iter().filter_map(|line| {
        let (number, text) = line.split_once(". ")?;
        let is_number = !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit());
        is_number.then_some(text)
    })
}
