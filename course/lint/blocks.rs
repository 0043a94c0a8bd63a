//! Rules about fenced blocks.

use chapters::fence::End;
use chapters::{Block, Chapter, Language, ListingFile, Record, Role};

use super::{Content, Draft, place};
use crate::recording::listing::{Listing, source_name};

pub(super) fn typed_code(content: &Content) -> Vec<Draft> {
    let mut findings = Vec::new();
    for (chapter, block) in content.blocks() {
        let Role::Program(language, fate) = block.role() else {
            continue;
        };
        let is_listing = block
            .listing_file()
            .is_some_and(|file| file.file == source_name(language));
        let is_fragment = fate.end == End::Fragment && is_of_a_crate(block);
        if !is_listing && !is_fragment {
            findings.push(Draft {
                place: place(chapter, block.line, None),
                problem: format!("this {language} code is no listing, so nobody runs it"),
                help: format!(
                    "put it into listings/examples/NAME/{0} and include that; or, if it is a part \
                     of listings/src or explorer, include it there with `rust,fragment`",
                    source_name(language)
                ),
            });
        }
    }
    findings
}

/// Whether a block shows a file of one of the crates, which is compiled and tested there.
fn is_of_a_crate(block: &Block) -> bool {
    let of_a_crate = |include: &chapters::Include| {
        ["listings/src", "explorer"]
            .iter()
            .any(|folder| include.file.starts_with(folder))
    };
    !block.is_typed && !block.includes.is_empty() && block.includes.iter().all(of_a_crate)
}

pub(super) fn parts_of_programs(content: &Content) -> Vec<Draft> {
    let mut findings = Vec::new();
    for (chapter, block) in content.blocks() {
        let Some(file) = listing_program(block) else {
            continue;
        };
        let listing = Listing::new(&content.book.root, file.shelf, &file.name);
        // Whether the file exists, and has the anchor, is another rule's business.
        let Ok(program) = listing.program(Language::Rust) else {
            continue;
        };
        if !block.text.trim().is_empty() && block.program().trim_end() != program.trim_end() {
            let include = &block.includes[0].text;
            findings.push(Draft {
                place: place(chapter, block.line, Some(&file.name)),
                problem: format!("{include} shows another program than the one that is recorded"),
                help: format!(
                    "use {{{{#rustdoc_include …}}}}, once in a block: it keeps what it does not \
                     show; then cargo course record {}",
                    file.name
                ),
            });
        }
    }
    findings
}

fn listing_program(block: &Block) -> Option<ListingFile> {
    let file = block.listing_file()?;
    let is_program = block.is_program(Language::Rust) && file.file == source_name(Language::Rust);
    is_program.then_some(file)
}

pub(super) fn refusals_without_code(content: &Content) -> Vec<Draft> {
    let mut findings = Vec::new();
    for (chapter, block) in content.blocks() {
        let Role::Program(language, fate) = block.role() else {
            continue;
        };
        let (problem, help) = match fate.end {
            End::Refused(codes) if codes.is_empty() && language == Language::Rust => (
                "`compile_fail` without an error code would be content with any mistake",
                "name the codes: `rust,compile_fail,E0499`",
            ),
            End::Ignored => (
                "an ignored program is checked by nobody",
                "take `ignore` out; a program that must not run can be `no_run`",
            ),
            _ => continue,
        };
        let name = block.listing_file().map(|file| file.name);
        findings.push(Draft {
            place: place(chapter, block.line, name.as_deref()),
            problem: problem.to_owned(),
            help: help.to_owned(),
        });
    }
    findings
}

pub(super) fn typed_output(content: &Content) -> Vec<Draft> {
    let mut findings = Vec::new();
    for (chapter, block) in content.blocks() {
        if matches!(block.role(), Role::Recorded(..)) && block.listing_file().is_none() {
            let words = block.fence.words.join(",");
            findings.push(Draft {
                place: place(chapter, block.line, None),
                problem: format!("this text,{words} block is typed, so nobody compares it"),
                help: "include the recorded file of a listing; cargo course record NAME writes it"
                    .to_owned(),
            });
        }
    }
    findings
}

pub(super) fn misfitting_fences(content: &Content) -> Vec<Draft> {
    let blocks = content.blocks();
    blocks
        .filter_map(|(chapter, block)| misfitting_fence(chapter, block))
        .collect()
}

fn misfitting_fence(chapter: &Chapter, block: &Block) -> Option<Draft> {
    let file = block.listing_file()?;
    let wanted = expected_words(&file)?;
    let is_fitting = match (block.role(), Record::named(&file.file)) {
        (Role::Recorded(stream, language, _), Some(record)) => {
            record.fence() == Some((stream, language))
        }
        (Role::Program(language, _), None) => source_name(language) == file.file,
        _ => false,
    };
    (!is_fitting).then(|| Draft {
        place: place(chapter, block.line, Some(&file.name)),
        problem: format!("the fence does not fit {}", file.file),
        help: format!("begin it with `{wanted}`"),
    })
}

/// How the fence of a block that shows this file begins.
fn expected_words(file: &ListingFile) -> Option<&'static str> {
    Some(match Record::named(&file.file) {
        Some(Record::Output) => "text,output",
        Some(Record::GoOutput) => "text,output,go",
        Some(Record::Stderr | Record::Error) => "text,stderr",
        Some(Record::GoStderr) => "text,stderr,go",
        Some(Record::Vet) => "text,vet",
        Some(Record::Schedule) => "text,schedule",
        Some(Record::Race) => "text,race",
        Some(Record::GoRace) => "text,race,go",
        Some(Record::Outcomes | Record::Graph | Record::Tally) => return None,
        None if file.file == source_name(Language::Rust) => "rust",
        None if file.file == source_name(Language::Go) => "go",
        None => return None,
    })
}

pub(super) fn contradictions(content: &Content) -> Vec<Draft> {
    let mut findings = Vec::new();
    for ((_, name), claims) in &content.claims {
        for contradiction in &claims.contradictions {
            findings.push(Draft {
                place: format!("listing {name}"),
                problem: contradiction.clone(),
                help: format!("then cargo course record {name}"),
            });
        }
    }
    findings
}
