//! Rules about the listings' folders.

use std::fs;
use std::io;

use chapters::{Language, Record};

use super::{Content, Draft};
use crate::recording::listing::Listing;

/// How a listing without Go twin says why.
const NO_GO_TWIN: &str = "// No Go twin: ";

pub(super) fn in_no_chapter(content: &Content) -> Vec<Draft> {
    let listings = content.listings.iter();
    let unshown = listings.filter(|listing| {
        let shown = content.shown_files(listing);
        !shown.contains("main.rs") && !shown.contains("main.go")
    });
    unshown
        .map(|listing| {
            let path = listing.file("main.rs").path();
            Draft {
                place: format!("listing {}", listing.name),
                problem: "no chapter shows it".to_owned(),
                help: format!(
                    "write `{{{{#rustdoc_include ../../{}}}}}` into a chapter, or remove the folder",
                    path.display()
                ),
            }
        })
        .collect()
}

pub(super) fn without_go_twin(content: &Content) -> Vec<Draft> {
    let mut findings = Vec::new();
    for listing in &content.listings {
        let shown = content.shown_files(listing);
        let source = fs::read_to_string(listing.source_file(Language::Rust)).unwrap_or_default();
        let says_why = source.lines().any(|line| {
            let reason = line.trim().strip_prefix(NO_GO_TWIN);
            reason.is_some_and(|reason| !reason.trim().is_empty())
        });
        let problem = match (listing.has(Language::Go), says_why) {
            (false, false) => "there is no Go twin",
            (true, true) => "it has a Go twin, but says that there is none",
            (true, false) if !shown.contains("main.go") => "no chapter shows its Go twin",
            _ => continue,
        };
        findings.push(Draft {
            place: format!("listing {}", listing.name),
            problem: problem.to_owned(),
            help: format!(
                "write {} and show it, or say why there is none in a line `{NO_GO_TWIN}reason.` \
                 of main.rs",
                listing.file("main.go").path().display()
            ),
        });
    }
    findings
}

pub(super) fn with_unshown_output(content: &Content) -> Vec<Draft> {
    let mut findings = Vec::new();
    for listing in &content.listings {
        let shown = content.shown_files(listing);
        for record in Record::ALL {
            let name = record.file_name();
            let is_recorded = listing.folder.join(name).is_file();
            let is_program_shown = content.claims(listing).is_some();
            let is_missed = record.is_for_readers() && !shown.contains(name);
            if is_recorded && is_program_shown && is_missed {
                findings.push(unshown(listing, name));
            }
        }
    }
    findings
}

fn unshown(listing: &Listing, file: &str) -> Draft {
    let path = listing.file(file).path();
    let name = &listing.name;
    Draft {
        place: format!("listing {name}"),
        problem: format!("{file} is recorded, but no chapter shows it"),
        help: format!(
            "include {} in a block behind the program; if the program no longer prints it, \
             cargo course record {name} removes it",
            path.display()
        ),
    }
}

pub(super) fn with_stale_files(content: &Content) -> io::Result<Vec<Draft>> {
    let mut findings = Vec::new();
    for listing in &content.listings {
        let shown = content.shown_files(listing);
        for file in listing.files()? {
            let is_known =
                ["main.rs", "main.go"].contains(&file.as_str()) || Record::named(&file).is_some();
            if !is_known && !shown.contains(&file) {
                let name = &listing.name;
                findings.push(Draft {
                    place: format!("listing {name}"),
                    problem: format!("nothing makes or shows the file {file}"),
                    help: format!(
                        "remove {}; cargo course record {name} writes what there is to record",
                        listing.file(&file).path().display()
                    ),
                });
            }
        }
    }
    Ok(findings)
}
