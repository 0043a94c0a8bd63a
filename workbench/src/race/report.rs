//! A data race, and how it is told: in the words of Go's detector.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::{self, Write};

use serde::{Deserialize, Serialize};

/// Two threads at the same memory at the same time, at least one of them writing, and nothing that
/// puts them in order.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Race {
    /// The access at which it was noticed.
    pub now: Access,
    /// The other one, which was earlier in this run.
    pub before: Access,
    /// The static that both are at, if it is one.
    pub what: Option<String>,
    /// The memory on the heap that both are at, if it is there.
    pub block: Option<Block>,
    /// Where the threads come from.
    pub threads: Vec<Origin>,
}

/// One access to memory.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Access {
    /// What it does.
    pub kind: Kind,
    /// To how many bytes.
    pub size: u64,
    /// Which thread.
    pub who: Who,
    /// Where, the innermost function first, the program's own functions alone.
    pub stack: Vec<Place>,
}

/// What an access does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// It writes.
    Write,
    /// It reads.
    Read,
    /// It writes, through an atomic.
    AtomicWrite,
    /// It reads, through an atomic.
    AtomicRead,
}

/// Which thread.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Who {
    /// The one that runs `main`.
    Main,
    /// Another one.
    Thread {
        /// The how manieth to be started in this run.
        number: u32,
        /// Its name, if it has one.
        name: Option<String>,
    },
}

/// Where a thread comes from.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Origin {
    /// The thread.
    pub who: Who,
    /// The thread that started it.
    pub creator: Who,
    /// Where it did so.
    pub stack: Vec<Place>,
}

/// Memory on the heap.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Block {
    /// How many bytes.
    pub size: u64,
    /// Which thread asked for it.
    pub who: Who,
    /// Where.
    pub stack: Vec<Place>,
}

/// A place in a text.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Place {
    /// The file, by the reader's name for it.
    pub file: String,
    /// The line, from one on.
    pub line: u32,
    /// The column, from one on; zero if it is not known.
    pub column: u32,
    /// The function.
    pub function: String,
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.file, self.line)?;
        if self.column > 0 {
            write!(f, ":{}", self.column)?;
        }
        Ok(())
    }
}

/// The two lines of a race, the smaller one first: what makes it this race and no other.
pub type Lines = (Option<(String, u32)>, Option<(String, u32)>);

impl Race {
    /// The two lines that race.
    #[must_use]
    pub fn lines(&self) -> Lines {
        let line = |access: &Access| {
            let place = access.stack.first()?;
            Some((place.file.clone(), place.line))
        };
        let (one, other) = (line(&self.now), line(&self.before));
        if one <= other {
            (one, other)
        } else {
            (other, one)
        }
    }
}

/// Races on the same two lines are one race: whether the detector notices the reading or the
/// writing half of a `+= 1`, and which thread comes first, is another matter in every run. Of what
/// was noticed the smallest report is kept, so that enough runs give the same text.
#[must_use]
pub(super) fn merge(all: Vec<Race>) -> Vec<Race> {
    let mut kept: BTreeMap<Lines, Race> = BTreeMap::new();
    for race in all {
        let race = with_threads_in_order(race);
        kept.entry(race.lines())
            .and_modify(|before| {
                if race < *before {
                    *before = race.clone();
                }
            })
            .or_insert(race);
    }
    kept.into_values().collect()
}

/// Numbers the threads as they are named in the report: how manieth they were started is another
/// matter in every run.
fn with_threads_in_order(mut race: Race) -> Race {
    let mut numbers = BTreeMap::new();
    let mut renumber = |who: &mut Who| {
        if let Who::Thread { number, .. } = who {
            let next = u32::try_from(numbers.len() + 1).unwrap_or(u32::MAX);
            *number = *numbers.entry(*number).or_insert(next);
        }
    };
    renumber(&mut race.now.who);
    renumber(&mut race.before.who);
    if let Some(block) = &mut race.block {
        renumber(&mut block.who);
    }
    for thread in &mut race.threads {
        renumber(&mut thread.who);
    }
    for thread in &mut race.threads {
        renumber(&mut thread.creator);
    }
    race.threads.sort_by(|a, b| a.who.cmp(&b.who));
    race
}

/// The races as Go's detector would report them, with the line that counts them.
#[must_use]
pub fn text(races: &[Race]) -> String {
    let mut text = String::new();
    for race in races {
        text.push_str(&race.to_string());
    }
    if !races.is_empty() {
        text.push_str(&format!("Found {} data race(s)\n", races.len()));
    }
    text
}

/// The pairs of lines in a recorded report, to compare it with another one.
#[must_use]
pub fn recorded_lines(text: &str) -> BTreeSet<Vec<String>> {
    let reports = text.split("WARNING: DATA RACE\n").skip(1);
    reports
        .map(|report| {
            // The first place of each of the two accesses, which come first.
            let parts = report.split("\n\n").take(2);
            let places = parts.filter_map(|part| {
                let places = || part.lines().filter(|line| line.starts_with("      "));
                let own =
                    places().find(|line| line.contains("/main.rs:") || line.contains(" main.go:"));
                own.or_else(|| places().next())
            });
            let lines = places.map(|place| {
                let place = place.trim();
                // Without the column.
                match place.rsplit_once(':') {
                    Some((line, _)) if line.contains(':') => line.to_owned(),
                    _ => place.to_owned(),
                }
            });
            let mut lines: Vec<String> = lines.collect();
            lines.sort();
            lines
        })
        .collect()
}

const RULE: &str = "==================\n";

impl fmt::Display for Race {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut parts = Vec::new();
        for (access, word) in [(&self.now, ""), (&self.before, "previous ")] {
            let word = capitalized(&format!("{word}{}", access.kind));
            let what = match &self.what {
                Some(name) => name.clone(),
                None => bytes(access.size),
            };
            let head = format!("{word} of {what} by {}:", access.who);
            parts.push(part(&head, &access.stack));
        }
        if let Some(block) = &self.block {
            let head = format!(
                "They are in {} that {} allocated at:",
                bytes(block.size),
                block.who
            );
            parts.push(part(&head, &block.stack));
        }
        for thread in &self.threads {
            let head = format!("{} created by {} at:", thread.who, thread.creator);
            parts.push(part(&capitalized(&head), &thread.stack));
        }
        write!(f, "{RULE}WARNING: DATA RACE\n{}{RULE}", parts.join("\n"))
    }
}

fn part(head: &str, stack: &[Place]) -> String {
    let mut text = format!("{head}\n");
    for place in stack {
        writeln!(text, "  {}()\n      {place}", place.function).expect("a string takes all");
    }
    text
}

fn bytes(count: u64) -> String {
    match count {
        1 => "1 byte".to_owned(),
        _ => format!("{count} bytes"),
    }
}

fn capitalized(text: &str) -> String {
    let mut letters = text.chars();
    match letters.next() {
        Some(first) => first.to_uppercase().chain(letters).collect(),
        None => String::new(),
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Write => "write",
            Self::Read => "read",
            Self::AtomicWrite => "atomic write",
            Self::AtomicRead => "atomic read",
        })
    }
}

impl fmt::Display for Who {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Main => f.write_str("main thread"),
            Self::Thread { number, name: None } => write!(f, "thread {number}"),
            Self::Thread {
                name: Some(name), ..
            } => write!(f, "thread '{name}'"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_recorded_report_has_the_lines_of_both_accesses() {
        let rust = "==================\nWARNING: DATA RACE\nWrite of A by thread 1:\n  next()\n      \
                    src/main.rs:5:9\n  main()\n      src/main.rs:9:1\n\nPrevious read of A by main \
                    thread:\n  main()\n      src/main.rs:3:7\n\nThread 1 created by main thread \
                    at:\n  main()\n      src/main.rs:1:1\n==================\n";
        let lines = ["src/main.rs:3", "src/main.rs:5"]
            .map(str::to_owned)
            .to_vec();
        assert_eq!(recorded_lines(rust), BTreeSet::from([lines]));
        let go = "==================\nWARNING: DATA RACE\nRead at 0x… by goroutine 8:\n  \
                  runtime.mapaccess()\n      runtime/map.go:1\n  main.main.func1()\n      \
                  main.go:14\n\nPrevious write at 0x… by goroutine 7:\n  main.main.func1()\n      \
                  main.go:12\n\nGoroutine 8 (running) created at:\n  main.main()\n      main.go:9\n";
        let lines = ["main.go:12", "main.go:14"].map(str::to_owned).to_vec();
        assert_eq!(recorded_lines(go), BTreeSet::from([lines]));
        assert_eq!(recorded_lines("No data race found\n"), BTreeSet::new());
    }
}
