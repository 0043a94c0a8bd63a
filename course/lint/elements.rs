//! Rules about the page's elements `course-code` and `schedule-explorer`.

use std::fs;

use chapters::{Chapter, Include, Language, Record, Shelf};

use super::element::Element;
use super::graph::Graph;
use super::{Content, Draft, place};

/// A graph is part of the page, so it must not make it slow to load.
const LARGEST_GRAPH: u64 = 32 * 1024;

/// Every listing that runs stands in a `course-code` of its name, and nothing else does. A question
/// may show one too, without giving away what becomes of it.
pub(super) fn bare_code(content: &Content) -> Vec<Draft> {
    let frames = Element::all(content, "course-code");
    let questions = Element::all(content, "course-quiz");
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
            None if file.shelf == Shelf::Refused || questions.iter().any(|it| is_around(&it)) => {
                continue;
            }
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

fn unreachable_goal(explorer: &Element, graph: &str) -> Option<Draft> {
    let has = |name| explorer.attributes.contains_key(name);
    if let Some(plays) = explorer.attributes.get("plays") {
        let graph: Graph = serde_json::from_str(graph).ok()?;
        if !graph.outcomes.iter().any(|outcome| outcome.is(plays)) {
            return Some(explorer.draft(
                format!("it is to play to `{plays}`, which no schedule reaches"),
                "write plays=\"…\" as you would write reach=\"…\"",
            ));
        }
    }
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
