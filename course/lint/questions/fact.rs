//! What an answer claims of a listing, in words that are compared with what is recorded.

use std::collections::BTreeSet;
use std::fs;

use chapters::{Language, Mode, Record, Shelf, fence::End};

use super::super::graph::Outcome;
use super::graph;
use crate::lint::Content;
use crate::recording::compare::alternatives;
use crate::recording::listing::Listing;

const NO_RACE: &str = "No data race found";
const GO_DEADLOCK: &str = "all goroutines are asleep - deadlock!";

/// A claim about a listing.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Fact<'a> {
    /// `some REACH`, `every REACH`, `no REACH`, of the Go program with `go` before it.
    Ends(Language, Often, &'a str),
    /// `schedules N`, `schedules N REACH`: so many schedules, of those that end so.
    Schedules(&'a str, Option<&'a str>),
    /// `outcomes N`: so many different ends.
    Outcomes(usize),
    /// `compiles`.
    Compiles,
    /// `refused E0502 …`: for exactly these codes.
    Refused(BTreeSet<&'a str>),
    /// `race`, `no race`, of the Go program with `go` before it.
    Race(Language, bool),
    /// `vet`: `go vet` complains.
    Vet,
}

/// In how many schedules.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Often {
    Some,
    Every,
    No,
}

impl<'a> Fact<'a> {
    pub(super) fn parse(text: &'a str) -> Result<Self, String> {
        let (language, words) = match text.strip_prefix("go ") {
            Some(words) => (Language::Go, words),
            None => (Language::Rust, text),
        };
        let (first, rest) = words.split_once(' ').unwrap_or((words, ""));
        let unknown = || Err("these are no words of a fact".to_owned());
        if language == Language::Go && !["some", "every", "no", "race"].contains(&first) {
            return unknown();
        }
        Ok(match (first, rest) {
            ("race", "") => Self::Race(language, true),
            ("no", "race") => Self::Race(language, false),
            ("some", reach) if is_reach(reach) => Self::Ends(language, Often::Some, reach),
            ("every", reach) if is_reach(reach) => Self::Ends(language, Often::Every, reach),
            ("no", reach) if is_reach(reach) => Self::Ends(language, Often::No, reach),
            ("compiles", "") => Self::Compiles,
            ("vet", "") => Self::Vet,
            ("refused", codes) if !codes.is_empty() => Self::Refused(codes.split(' ').collect()),
            ("outcomes", number) => match number.parse() {
                Ok(number) => Self::Outcomes(number),
                Err(_) => return unknown(),
            },
            ("schedules", rest) => {
                let (number, reach) = match rest.split_once(' ') {
                    Some((number, reach)) => (number, Some(reach)),
                    None => (rest, None),
                };
                let is_number = number.parse::<u64>().is_ok();
                if !is_number || !reach.is_none_or(is_reach) {
                    return unknown();
                }
                Self::Schedules(number, reach)
            }
            _ => return unknown(),
        })
    }

    /// Whether it is so.
    ///
    /// # Errors
    ///
    /// Why it cannot be said, if nothing is recorded that says it.
    pub(super) fn holds(&self, content: &Content, listing: &Listing) -> Result<bool, String> {
        let record = |record: Record| {
            let file = listing.folder.join(record.file_name());
            fs::read_to_string(file).map_err(|_| format!("there is no {}", record.file_name()))
        };
        Ok(match self {
            Self::Ends(language, often, reach) => {
                let outcomes = outcomes(content, listing, *language)?;
                let mut are = outcomes.iter().map(|outcome| outcome.is(reach));
                match often {
                    Often::Some => are.any(|is| is),
                    Often::Every => are.all(|is| is),
                    Often::No => !are.any(|is| is),
                }
            }
            Self::Schedules(number, reach) => {
                let graph = complete(listing)?;
                let count = match reach {
                    None => graph.schedules,
                    Some(reach) => {
                        let meant = graph.outcomes.iter().filter(|outcome| outcome.is(reach));
                        let counts =
                            meant.map(|outcome| outcome.count.as_ref()?.parse::<u64>().ok());
                        let sum: Option<u64> = counts.sum();
                        sum.map(|sum| sum.to_string())
                    }
                };
                count.ok_or("its schedules were not counted")? == *number
            }
            Self::Outcomes(number) => complete(listing)?.outcomes.len() == *number,
            Self::Compiles => listing.shelf == Shelf::Examples,
            Self::Refused(codes) => {
                let fate = content
                    .claims(listing)
                    .and_then(|claims| claims.rust.as_ref());
                match fate.map(|fate| &fate.end) {
                    Some(End::Refused(own)) => {
                        own.iter().map(String::as_str).eq(codes.iter().copied())
                    }
                    _ => false,
                }
            }
            Self::Race(language, is_found) => {
                let report = match language {
                    Language::Rust => Record::Race,
                    Language::Go => Record::GoRace,
                };
                record(report)?.contains(NO_RACE) != *is_found
            }
            Self::Vet => !record(Record::Vet)?.trim().is_empty(),
        })
    }
}

/// As for an explorer's goal.
fn is_reach(words: &str) -> bool {
    let kinds = ["deadlock", "panic", "livelock", "fails"];
    kinds.contains(&words)
        || words
            .strip_prefix("prints ")
            .is_some_and(|text| !text.is_empty())
}

fn complete(listing: &Listing) -> Result<super::Graph, String> {
    let graph = graph(listing).filter(|graph| graph.complete);
    graph.ok_or_else(|| "there is no complete graph".to_owned())
}

/// Everything that the program can do: of the Rust program in all schedules, of the Go program as
/// far as it was seen.
fn outcomes(
    content: &Content,
    listing: &Listing,
    language: Language,
) -> Result<Vec<Outcome>, String> {
    let claims = content.claims(listing).ok_or("no chapter shows it")?;
    let read = |record: Record| fs::read_to_string(listing.folder.join(record.file_name())).ok();
    let (kind, output) = match language {
        Language::Rust => {
            if let Some(graph) = graph(listing) {
                return match graph.complete {
                    true => Ok(graph.outcomes),
                    false => Err("its graph is not complete".to_owned()),
                };
            }
            if listing.shelf == Shelf::Refused {
                return Err("the program does not compile".to_owned());
            }
            let fate = claims.rust.as_ref().map(|fate| &fate.end);
            let is_panic = fate == Some(&End::Panics);
            (is_panic.then_some("panic"), Record::Output)
        }
        Language::Go => {
            let stderr = read(Record::GoStderr).unwrap_or_default();
            let kind = match () {
                () if stderr.contains(GO_DEADLOCK) => Some("deadlock"),
                () if stderr.contains("panic: ") => Some("panic"),
                () => None,
            };
            let own = listing.folder.join(Record::GoOutput.file_name());
            let output = if own.exists() {
                Record::GoOutput
            } else {
                Record::Output
            };
            (kind, output)
        }
    };
    let recorded = read(output);
    if recorded.is_none() && kind.is_none() {
        return Err(format!("there is no {}", output.file_name()));
    }
    let recorded = recorded.unwrap_or_default();
    let printed = match claims.mode(output) {
        Mode::OneOf => alternatives(&recorded).map(str::to_owned).collect(),
        Mode::Pattern | Mode::Measured => return Err("what it prints is measured".to_owned()),
        Mode::Exact | Mode::Unordered => vec![recorded],
    };
    let ends = printed.into_iter().map(|stdout| Outcome {
        kind: kind.unwrap_or("done").to_owned(),
        fails: kind.is_some(),
        stdout,
        count: None,
    });
    Ok(ends.collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn facts_are_told_from_other_words() {
        let parse = Fact::parse;
        assert_eq!(
            parse("go every prints A / B"),
            Ok(Fact::Ends(Language::Go, Often::Every, "prints A / B"))
        );
        assert_eq!(parse("no race"), Ok(Fact::Race(Language::Rust, false)));
        assert_eq!(
            parse("schedules 4 prints loans: 1"),
            Ok(Fact::Schedules("4", Some("prints loans: 1")))
        );
        assert_eq!(
            parse("refused E0373 E0502"),
            Ok(Fact::Refused(["E0373", "E0502"].into()))
        );
        for odd in [
            "",
            "prints 1",
            "some",
            "every prints ",
            "schedules many",
            "go vet",
            "refused",
        ] {
            assert!(parse(odd).is_err(), "{odd}");
        }
    }
}
