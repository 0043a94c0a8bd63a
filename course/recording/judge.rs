//! Compares what was seen of a program with what the chapters claim and with what is recorded.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::fs;

use chapters::fence::{End, Fate};
use chapters::{Claims, Language, Mode, Record, Shelf};
use workbench::{CompilerSaid, Ending, Finished, Limits};

use super::compare::compare;
use super::listing::{Listing, source_name};
use super::observe::{GoRun, GoSeen, Seen};

/// Why a program is not what the chapters say, and what an author can do.
#[derive(Clone, Debug)]
pub struct Objection {
    listing: String,
    language: Language,
    chapters: Vec<String>,
    problem: String,
    help: String,
}

impl fmt::Display for Objection {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        let place = if self.chapters.is_empty() {
            "in no chapter".to_owned()
        } else {
            self.chapters.join(", ")
        };
        let (listing, language) = (&self.listing, self.language);
        writeln!(
            f,
            "{place}: listing {listing}: the {language} program {}",
            self.problem.trim_end()
        )?;
        write!(f, "help: {}", self.help)
    }
}

impl std::error::Error for Objection {}

impl Objection {
    /// What is wrong, without place and help: "panics: …".
    #[must_use]
    pub fn problem(&self) -> &str {
        &self.problem
    }
}

/// One listing before the judge.
#[derive(Clone, Copy)]
pub struct Case<'a> {
    /// The listing.
    pub listing: &'a Listing,
    /// What the chapters claim of it.
    pub claims: &'a Claims,
    /// What it was run with.
    pub limits: &'a Limits,
    /// Whether the compiler is the one whose words the chapters show.
    pub is_pinned: bool,
    /// What `output.txt` is about to become, if it is to change: the Go twin is compared with
    /// that.
    pub new_output: Option<&'a str>,
}

impl Case<'_> {
    /// Compares the end of a Rust program with the chapters' claim, then what it printed with
    /// what is recorded.
    ///
    /// # Errors
    ///
    /// The first thing that is not as claimed.
    pub fn rust(&self, seen: &Seen) -> Result<(), Objection> {
        self.rust_end(seen)?;
        self.recorded(Language::Rust, &seen.records())
    }

    /// As [`Self::rust`], for the Go twin.
    ///
    /// # Errors
    ///
    /// The first thing that is not as claimed.
    pub fn go(&self, seen: &GoSeen) -> Result<(), Objection> {
        self.go_end(seen)?;
        self.recorded(Language::Go, &seen.records())
    }

    /// What is to become of the Rust program.
    #[must_use]
    pub fn rust_fate(&self) -> Fate {
        let unclaimed = || match self.listing.shelf {
            Shelf::Examples => Fate::default(),
            Shelf::Refused => Fate {
                end: End::Refused(Default::default()),
                ..Fate::default()
            },
        };
        self.claims.rust.clone().unwrap_or_else(unclaimed)
    }

    /// What is to become of the Go program.
    #[must_use]
    pub fn go_fate(&self) -> Fate {
        self.claims.go.clone().unwrap_or_default()
    }

    /// Compares the end of a Rust program alone.
    ///
    /// # Errors
    ///
    /// If it is another one than claimed.
    pub fn rust_end(&self, seen: &Seen) -> Result<(), Objection> {
        let object = |problem: String| Err(self.objection(Language::Rust, problem));
        match (self.rust_fate().end, seen) {
            (End::Refused(codes), Seen::Refused(said)) => match other_codes(&codes, said) {
                Some(problem) => object(problem),
                None => Ok(()),
            },
            (End::Refused(_), _) => object("compiles, but is to be refused".to_owned()),
            (End::Panics, Seen::Refused(said)) => object(format!(
                "does not compile, but is to compile and panic:\n{}",
                said.text
            )),
            (_, Seen::Refused(said)) => object(format!("does not compile:\n{}", said.text)),
            (End::Panics, Seen::Ran(finished)) => match finished.ending {
                Ending::Exited(101) => Ok(()),
                Ending::Exited(0) => object("succeeds, but is to panic".to_owned()),
                _ => object(self.ended(finished)),
            },
            (End::Succeeds, Seen::Ran(finished)) => match finished.ending {
                Ending::Exited(0) => Ok(()),
                _ => object(self.ended(finished)),
            },
            (_, Seen::Compiled | Seen::Ran(_)) => Ok(()),
        }
    }

    /// Compares the end of a Go program alone, and what the Go tools say of it.
    ///
    /// # Errors
    ///
    /// If it is another one than claimed.
    pub fn go_end(&self, seen: &GoSeen) -> Result<(), Objection> {
        let object = |problem: String| Err(self.objection(Language::Go, problem));
        let fate = self.go_fate();
        if !seen.format.is_empty() {
            let file = self.listing.file(source_name(Language::Go)).path();
            let mut objection = self.objection(
                Language::Go,
                format!("is not as gofmt writes it:\n{}", seen.format),
            );
            objection.help = format!("gofmt -w {}", file.display());
            return Err(objection);
        }
        match (fate.vet_complains, seen.vet.is_empty()) {
            (true, true) => {
                return object("passes `go vet`, but the fence says vet_fail".to_owned());
            }
            (false, false) => return object(format!("does not pass `go vet`:\n{}", seen.vet)),
            _ => {}
        }
        match (&fate.end, &seen.run) {
            (End::Refused(_), GoRun::Refused(_)) => Ok(()),
            (End::Refused(_), _) => object("compiles, but is to be refused".to_owned()),
            (_, GoRun::Refused(said)) => object(format!("does not compile:\n{said}")),
            (_, GoRun::Compiled) => Ok(()),
            (end, GoRun::Ran(finished)) => match finished.ending {
                Ending::Exited(0) if *end != End::Panics => Ok(()),
                Ending::Exited(0) => object("succeeds, but is to panic".to_owned()),
                // What it said, and its exit status, are in the record that the chapter shows.
                Ending::Exited(_) if self.claims.shows(Record::GoStderr) => Ok(()),
                Ending::Exited(2) if *end == End::Panics => Ok(()),
                _ => object(self.ended(finished)),
            },
        }
    }

    /// Compares everything that was printed in one language with what is recorded of it.
    fn recorded(
        &self,
        language: Language,
        printed: &BTreeMap<Record, String>,
    ) -> Result<(), Objection> {
        self.nothing_is_made_up(language, printed)?;
        for (record, text) in printed {
            if self.matters(*record, text) {
                self.compare_record(*record, text)?;
            }
        }
        Ok(())
    }

    /// Sees to it that the chapters show no record of what there was not to see, such as the
    /// output of a program that is not run.
    ///
    /// # Errors
    ///
    /// The first such record.
    pub fn nothing_is_made_up(
        &self,
        language: Language,
        printed: &BTreeMap<Record, String>,
    ) -> Result<(), Objection> {
        let mut shown = self.claims.records.iter();
        let made_up = shown.find_map(|(&record, &mode)| {
            // What the explorer has found is checked by exploring again.
            let is_of_a_run = record.is_of_a_run() && mode != Mode::OneOf;
            let is_missing = record.language() == language && !printed.contains_key(&record);
            (is_of_a_run && is_missing).then_some(record)
        });
        made_up.map_or(Ok(()), |record| {
            let file = record.file_name();
            let problem = format!("prints nothing that belongs into {file}, which a chapter shows");
            Err(self.objection(language, problem))
        })
    }

    /// Whether this text is worth a file: a chapter shows it, or would have to.
    #[must_use]
    pub fn matters(&self, record: Record, text: &str) -> bool {
        if self.claims.shows(record) {
            return true;
        }
        match record {
            Record::Output => !text.is_empty(),
            Record::Error => true,
            Record::Vet => self
                .claims
                .go
                .as_ref()
                .is_some_and(|fate| fate.vet_complains),
            Record::Graph => self.claims.is_explored(),
            Record::Stderr
            | Record::GoStderr
            | Record::Race
            | Record::GoRace
            | Record::Outcomes
            | Record::Schedule
            | Record::Tally => false,
            Record::GoOutput => !self.go_prints_the_same(text),
        }
    }

    fn go_prints_the_same(&self, text: &str) -> bool {
        let mode = self.claims.mode(Record::Output);
        let recorded = self.read(Record::Output).unwrap_or_default();
        // A Go program that is shown to fail does so before it prints, where Rust goes on.
        (text.is_empty() && self.claims.shows(Record::GoStderr))
            || compare(mode, &recorded, text).is_ok()
    }

    fn compare_record(&self, record: Record, text: &str) -> Result<(), Objection> {
        let object = |problem: String| Err(self.objection(record.language(), problem));
        if record == Record::Error && !self.is_pinned {
            return Ok(());
        }
        let file = record.file_name();
        let Some(recorded) = self.read(record) else {
            return object(format!(
                "prints what is recorded nowhere, {file} is missing:\n{text}"
            ));
        };
        match compare(self.claims.mode(record), &recorded, text) {
            Ok(()) => Ok(()),
            Err(difference) => object(format!("prints something else than {file}:\n{difference}")),
        }
    }

    /// What is recorded, if anything.
    #[must_use]
    pub fn read(&self, record: Record) -> Option<String> {
        if let (Record::Output, Some(text)) = (record, self.new_output) {
            return Some(text.to_owned());
        }
        fs::read_to_string(self.listing.folder.join(record.file_name())).ok()
    }

    /// An objection with the help that fits nearly all: to look, and to record anew.
    #[must_use]
    pub fn objection(&self, language: Language, problem: String) -> Objection {
        let name = &self.listing.name;
        Objection {
            listing: name.clone(),
            language,
            chapters: self.claims.chapters.iter().cloned().collect(),
            problem,
            help: format!(
                "mend {} or the chapter's fence; if the program is right: cargo course record {name}",
                self.listing.file(source_name(language)).path().display()
            ),
        }
    }

    fn ended(&self, finished: &Finished) -> String {
        let said = &finished.stderr;
        match (finished.ending, finished.ending.explain(self.limits)) {
            (Ending::Exited(101), _) => format!("panics:\n{said}"),
            (Ending::Exited(code), _) => format!("ended with exit code {code}:\n{said}"),
            (_, why) => format!("{}:\n{said}", why.unwrap_or_default()),
        }
    }
}

fn other_codes(claimed: &BTreeSet<String>, said: &CompilerSaid) -> Option<String> {
    let words = |codes: &BTreeSet<String>| {
        let codes: Vec<&str> = codes.iter().map(String::as_str).collect();
        codes.join(", ")
    };
    let is_same = *claimed == said.codes && said.errors_without_code == 0;
    // A fence without code is the linter's business, a listing in no chapter has no fence.
    (!claimed.is_empty() && !is_same).then(|| {
        format!(
            "is refused for {}, but the fence says {}:\n{}",
            words(&said.codes),
            words(claimed),
            said.text
        )
    })
}
