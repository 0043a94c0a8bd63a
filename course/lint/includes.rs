//! Rules about `{{#include …}}`.

use std::fs;

use chapters::{Chapter, Include, ListingFile, Record};

use super::{Content, Draft, place};

pub(super) fn missing_files(content: &Content) -> Vec<Draft> {
    let mut findings = Vec::new();
    for (chapter, include) in includes(content) {
        if !content.book.root.join(&include.file).is_file() {
            let (listing, help) = whose(include);
            findings.push(Draft {
                place: place(chapter, include.line, listing.as_deref()),
                problem: format!(
                    "there is no file {}, which {} includes",
                    include.file.display(),
                    include.text
                ),
                help,
            });
        }
    }
    findings
}

/// The listing that an include shows, and what helps if it is not there.
fn whose(include: &Include) -> (Option<String>, String) {
    let Some(ListingFile { name, file, .. }) = include.listing_file() else {
        return (None, "mend the path, or add the file".to_owned());
    };
    let help = match Record::named(&file) {
        Some(_) => format!("cargo course record {name}"),
        None => format!("mend the path, or add {}", include.file.display()),
    };
    (Some(name), help)
}

pub(super) fn missing_anchors(content: &Content) -> Vec<Draft> {
    let mut findings = Vec::new();
    for (chapter, include) in includes(content) {
        if let Some(anchor) = missing_anchor(content, include) {
            let file = include.file.display();
            findings.push(Draft {
                place: place(chapter, include.line, listing_of(include).as_deref()),
                problem: format!(
                    "{file} has no anchor `{anchor}`, which {} wants",
                    include.text
                ),
                help: format!(
                    "put `ANCHOR: {anchor}` and `ANCHOR_END: {anchor}` as comments into {file}{}",
                    then_record(include)
                ),
            });
        }
    }
    findings
}

/// The anchor that an include names, if its file does not have it. A missing file is another
/// rule's business.
fn missing_anchor<'a>(content: &Content, include: &'a Include) -> Option<&'a str> {
    let anchor = include.anchor.as_deref()?;
    let text = fs::read_to_string(content.book.root.join(&include.file)).ok()?;
    (!begins_and_ends(&text, anchor)).then_some(anchor)
}

fn then_record(include: &Include) -> String {
    listing_of(include).map_or_else(String::new, |name| {
        format!("; then cargo course record {name}")
    })
}

fn begins_and_ends(text: &str, anchor: &str) -> bool {
    ["ANCHOR:", "ANCHOR_END:"].iter().all(|word| {
        let behind = |line: &str| Some(line.split_once(word)?.1.trim().to_owned());
        text.lines().filter_map(behind).any(|name| name == anchor)
    })
}

pub(super) fn empty(content: &Content) -> Vec<Draft> {
    let mut findings = Vec::new();
    for (chapter, block) in content.blocks() {
        if block.text.trim().is_empty() && !block.is_typed && !block.includes.is_empty() {
            let include = &block.includes[0];
            // An anchor that does not exist gives an empty block too.
            if missing_anchor(content, include).is_some() {
                continue;
            }
            findings.push(Draft {
                place: place(chapter, block.line, listing_of(include).as_deref()),
                problem: format!("{} brings nothing", include.text),
                help: "take the block out, or mend the file or the lines that it names".to_owned(),
            });
        }
    }
    findings
}

pub(super) fn left_directives(content: &Content) -> Vec<Draft> {
    let mut findings = Vec::new();
    for chapter in &content.book.chapters {
        let expanded = chapter.expanded();
        for line in expanded.lines().filter(|line| line.contains("{{#")) {
            // A file that does not exist leaves its directive, and is another rule's business.
            let is_include = |include: &&Include| line.contains(&include.text);
            if chapter.includes.iter().any(|include| is_include(&include)) {
                continue;
            }
            let source = chapter
                .source
                .lines()
                .position(|own| own.trim() == line.trim());
            findings.push(Draft {
                place: place(chapter, source.map_or(1, |line| line + 1), None),
                problem: format!("mdBook does not understand `{}`", line.trim()),
                help: "mend the directive, or write `\\{{#` if it is meant as text".to_owned(),
            });
        }
    }
    findings
}

pub(super) fn shown_anchors(content: &Content) -> Vec<Draft> {
    let mut findings = Vec::new();
    for (chapter, block) in content.blocks() {
        let is_anchor = |line: &&str| line.contains("ANCHOR: ") || line.contains("ANCHOR_END: ");
        if let Some(line) = block.text.lines().find(is_anchor) {
            let include = block.includes.first();
            findings.push(Draft {
                place: place(chapter, block.line, include.and_then(listing_of).as_deref()),
                problem: format!("the reader sees the line `{}`", line.trim()),
                help: "include an anchor, or take the anchors out of the file".to_owned(),
            });
        }
    }
    findings
}

fn includes(content: &Content) -> impl Iterator<Item = (&Chapter, &Include)> {
    let chapters = content.book.chapters.iter();
    chapters.flat_map(|chapter| {
        chapter
            .includes
            .iter()
            .map(move |include| (chapter, include))
    })
}

fn listing_of(include: &Include) -> Option<String> {
    include.listing_file().map(|file| file.name)
}
