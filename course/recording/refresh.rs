//! Writes what is recorded of a listing anew.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::{self, Write};
use std::path::Path;

use chapters::fence::End;
use chapters::{Claims, Language, Mode, Record};
use workbench::explore::Explorer;
use workbench::{Compiled, Go, Limits, Workbench};

use super::compare::{self, compare};
use super::judge::{Case, Objection};
use super::listing::Listing;
use super::race::{self, Detectors};
use super::{observe, schedules, tally};

/// What listings are run with.
#[derive(Clone, Debug)]
pub struct Recorder {
    /// For Rust.
    pub bench: Workbench,
    /// For Go, where there is one.
    pub go: Option<Go>,
    /// For every schedule.
    pub explorer: Explorer,
    /// For the data races that chapters show.
    pub detectors: Detectors,
    /// For each run.
    pub limits: Limits,
    /// How often each program is run: one that prints now this and now that shall be found out.
    pub runs: usize,
    /// Whether the compiler is the one whose words the chapters show.
    pub is_pinned: bool,
    /// Whether measurements are taken anew even though what is recorded has the same form.
    pub measure: bool,
}

/// What is to be done with one file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// The file is to have this text.
    Write(Record, String),
    /// The file is recorded of something that is no longer there.
    Remove(Record),
}

/// Why a listing was not recorded.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The program is not what the chapters say.
    #[error("{0}")]
    Objection(Objection),
    /// The program's source cannot be read.
    #[error("failed to read {file}: {source}; does the file exist?")]
    Source {
        /// The file.
        file: String,
        /// What the operating system said.
        source: io::Error,
    },
    /// A tool failed.
    #[error(transparent)]
    Workbench(#[from] workbench::Error),
    /// The explorer cannot tell what the chapters want to know.
    #[error(transparent)]
    Schedules(#[from] schedules::Error),
}

impl From<Objection> for Error {
    fn from(objection: Objection) -> Self {
        Self::Objection(objection)
    }
}

type Texts = BTreeMap<Record, BTreeSet<String>>;

impl Recorder {
    /// Runs the programs of a listing and returns what must change beside them.
    ///
    /// # Errors
    ///
    /// If a program fails, hangs or floods against the chapters' word, or prints different
    /// things where the chapters promise one: then there is nothing to be recorded.
    pub fn changes(&self, listing: &Listing, claims: &Claims) -> Result<Vec<Change>, Error> {
        let case = Case {
            listing,
            claims,
            limits: &self.limits,
            is_pinned: self.is_pinned,
            new_output: None,
        };
        let mut changes = Vec::new();
        if listing.has(Language::Rust) && claims.is_explored() {
            let program = read(listing, Language::Rust)?;
            if schedules::are_wanted(&program, claims) {
                changes = self.explored(&case, &program)?;
            }
        }
        let output = new_output(&changes);
        let case = Case {
            new_output: output.as_deref(),
            ..case
        };
        let mut rust = Texts::new();
        if listing.has(Language::Rust) {
            rust = self.rust_texts(&case)?;
        }
        let mut go = Texts::new();
        if let (true, Some(tools)) = (listing.has(Language::Go), &self.go) {
            go = self.go_texts(&case, tools)?;
        }
        draft_together(&case, &mut rust, &go);
        changes.extend(self.collect(&case, &rust)?);
        let output = new_output(&changes);
        let case = Case {
            new_output: output.as_deref(),
            ..case
        };
        changes.extend(self.collect(&case, &go)?);
        if claims.shows(Record::Tally) {
            changes.extend(self.tally(&case, &changes)?);
        }
        changes.extend(self.race_changes(&case)?);
        changes.extend(never_printed(&case, &changes));
        Ok(changes)
    }

    fn race_changes(&self, case: &Case) -> Result<Vec<Change>, Error> {
        let mut changes = Vec::new();
        for record in race::RECORDS {
            let recorded = case.read(record);
            if !case.claims.shows(record) {
                changes.extend(recorded.map(|_| Change::Remove(record)));
                continue;
            }
            let program = read(case.listing, record.language())?;
            // Where there is no detector the record stays as it is.
            let Some(seen) = self.detectors.report(record, &program)? else {
                continue;
            };
            if recorded.is_none_or(|recorded| race::compare(&recorded, &seen).is_err()) {
                changes.push(Change::Write(record, seen));
            }
        }
        Ok(changes)
    }

    /// What the explorer has found, where that is not what is recorded.
    fn explored(&self, case: &Case, program: &str) -> Result<Vec<Change>, Error> {
        let name = &case.listing.name;
        let records = schedules::records(&self.explorer, name, program, case.claims)?;
        let mut changes = Vec::new();
        for (record, text) in records {
            match (case.matters(record, &text), case.read(record)) {
                (true, Some(recorded)) if recorded == text => {}
                (true, _) => changes.push(Change::Write(record, text)),
                (false, Some(_)) => changes.push(Change::Remove(record)),
                (false, None) => {}
            }
        }
        Ok(changes)
    }

    /// A tally of many runs, if there is none or a new one is asked for.
    fn tally(&self, case: &Case, changes: &[Change]) -> Result<Option<Change>, Error> {
        let (Some(go), true) = (&self.go, self.measure || case.read(Record::Tally).is_none())
        else {
            return Ok(None);
        };
        let program = read(case.listing, Language::Rust)?;
        let rust = match self.bench.compile(&program)? {
            Compiled::Ready(executable) => tally::count(&executable.path, &self.limits)?,
            Compiled::Refused(_) => return Ok(None),
        };
        let program = read(case.listing, Language::Go)?;
        let go = match go.build(&program)?.program {
            Ok(executable) => tally::count(&executable, &self.limits)?,
            Err(_) => return Ok(None),
        };
        let recorded = new_output(changes).or_else(|| case.read(Record::Output));
        let possible: Vec<String> = match &recorded {
            Some(recorded) => compare::alternatives(recorded).map(str::to_owned).collect(),
            None => Vec::new(),
        };
        let table = tally::table(&possible, &rust, &go);
        Ok(Some(Change::Write(Record::Tally, table)))
    }

    fn rust_texts(&self, case: &Case) -> Result<Texts, Error> {
        let program = read(case.listing, Language::Rust)?;
        let to_be_run = case.rust_fate().end != End::Compiles;
        let mut texts = Texts::new();
        for _ in 0..self.runs {
            let seen = observe::rust(&self.bench, &self.limits, &program, to_be_run)?;
            case.rust_end(&seen)?;
            case.nothing_is_made_up(Language::Rust, &seen.records())?;
            add(&mut texts, seen.records());
        }
        Ok(texts)
    }

    fn go_texts(&self, case: &Case, go: &Go) -> Result<Texts, Error> {
        let program = read(case.listing, Language::Go)?;
        let to_be_run = case.go_fate().end != End::Compiles;
        let mut texts = Texts::new();
        for _ in 0..self.runs {
            let seen = observe::go(go, &self.limits, &program, to_be_run)?;
            case.go_end(&seen)?;
            case.nothing_is_made_up(Language::Go, &seen.records())?;
            add(&mut texts, seen.records());
        }
        Ok(texts)
    }

    fn collect(&self, case: &Case, texts: &Texts) -> Result<Vec<Change>, Error> {
        let mut changes = Vec::new();
        for (&record, texts) in texts {
            let matters = texts.iter().any(|text| case.matters(record, text));
            // Another compiler's words are not those that the chapters show.
            if record == Record::Error && !self.is_pinned {
                continue;
            }
            match (matters, case.read(record)) {
                (true, recorded) => {
                    let text = fresh(case, record, recorded.as_deref(), texts, self.measure)?;
                    changes.extend(text.map(|text| Change::Write(record, text)));
                }
                (false, Some(_)) => changes.push(Change::Remove(record)),
                (false, None) => {}
            }
        }
        Ok(changes)
    }
}

/// What was recorded of a program that is not run any more, and is shown nowhere.
fn never_printed(case: &Case, changes: &[Change]) -> Vec<Change> {
    let is_compiled_alone = |language: Language| {
        let fate = match language {
            Language::Rust => case.rust_fate(),
            Language::Go => case.go_fate(),
        };
        case.listing.has(language) && fate.end == End::Compiles
    };
    let printed = [
        Record::Output,
        Record::Stderr,
        Record::GoOutput,
        Record::GoStderr,
    ];
    let is_stale = |record: &Record| {
        is_compiled_alone(record.language())
            && !case.claims.shows(*record)
            && changes.iter().all(|change| change.record() != *record)
            && case.read(*record).is_some()
    };
    let stale = printed.into_iter().filter(is_stale);
    stale.map(Change::Remove).collect()
}

/// What `output.txt` is about to become, if it is to change.
fn new_output(changes: &[Change]) -> Option<String> {
    changes.iter().find_map(|change| match change {
        Change::Write(Record::Output, text) => Some(text.clone()),
        _ => None,
    })
}

/// A list of what can be printed that chance decides, and not the schedule, is drafted from what
/// both programs have printed, unless the Go twin has a list of its own.
fn draft_together(case: &Case, rust: &mut Texts, go: &Texts) {
    let is_draft = case.claims.mode(Record::Output) == Mode::OneOf
        && case.read(Record::Output).is_none()
        && !case.claims.shows(Record::GoOutput);
    if let (true, Some(rust), Some(go)) = (
        is_draft,
        rust.get_mut(&Record::Output),
        go.get(&Record::GoOutput),
    ) {
        rust.extend(go.iter().cloned());
    }
}

fn read(listing: &Listing, language: Language) -> Result<String, Error> {
    listing.program(language).map_err(|source| Error::Source {
        file: listing.source_file(language).display().to_string(),
        source,
    })
}

fn add(texts: &mut Texts, records: BTreeMap<Record, String>) {
    for (record, text) in records {
        texts.entry(record).or_default().insert(text);
    }
}

/// The text that a file is to have, or nothing if it may stay as it is.
fn fresh(
    case: &Case,
    record: Record,
    recorded: Option<&str>,
    texts: &BTreeSet<String>,
    measure: bool,
) -> Result<Option<String>, Objection> {
    let mode = case.claims.mode(record);
    let misfit = recorded.map(|recorded| {
        let compared = texts.iter().map(|text| compare(mode, recorded, text));
        compared.filter_map(Result::err).next()
    });
    let is_to_be_measured = mode == Mode::Measured && measure;
    if let (Some(None), false) = (&misfit, is_to_be_measured) {
        return Ok(None);
    }
    let object = |problem: String| Err(case.objection(record.language(), problem));
    let file = record.file_name();
    let first = texts.first().cloned().unwrap_or_default();
    match (mode, misfit.flatten()) {
        (Mode::Measured, _) => Ok(Some(first)),
        (Mode::OneOf, None) => Ok(Some(compare::one_of(texts))),
        (Mode::Pattern, None) => Ok(Some(compare::draft_pattern(&first))),
        // These two are sets. To replace them by what a few runs have shown would lose the rest.
        (Mode::OneOf | Mode::Pattern, Some(misfit)) => object(format!(
            "prints what {file} does not allow; add it there, or delete the file and record anew:\n{misfit}"
        )),
        (Mode::Exact | Mode::Unordered, _) => {
            match texts
                .iter()
                .find(|text| compare(mode, &first, text).is_err())
            {
                Some(other) => object(unsteady(case, record, &first, other)),
                None => Ok(Some(first)),
            }
        }
    }
}

/// What is to be said of a program that prints now this and now that.
fn unsteady(case: &Case, record: Record, one: &str, other: &str) -> String {
    let file = record.file_name();
    let advice = if case.claims.shows(record) {
        "choose `unordered`, `one-of` or `pattern` in the chapter's fence"
    } else {
        "no chapter shows that file yet; include it in a block with the word `unordered`, \
         `one-of` or `pattern`"
    };
    let mode = case.claims.mode(record).word();
    format!(
        "prints different things from run to run, so {file} cannot be {mode}; {advice}:\n\
         {one}-- and --\n{other}"
    )
}

impl Change {
    /// The file that it is about.
    #[must_use]
    pub fn record(&self) -> Record {
        match self {
            Self::Write(record, _) | Self::Remove(record) => *record,
        }
    }

    /// Carries it out. A file has its old text or the new one at any time, never a part of it.
    ///
    /// # Errors
    ///
    /// If the folder cannot be written.
    pub fn carry_out(&self, folder: &Path) -> io::Result<()> {
        let file = folder.join(self.record().file_name());
        match self {
            Self::Remove(_) => fs::remove_file(file),
            Self::Write(_, text) => {
                let mut draft = tempfile::Builder::new();
                readable_by_all(&mut draft);
                let mut draft = draft.tempfile_in(folder)?;
                draft.write_all(text.as_bytes())?;
                draft.persist(&file)?;
                Ok(())
            }
        }
    }
}

/// Temporary files are private unless one asks; what is recorded is source.
fn readable_by_all(draft: &mut tempfile::Builder) {
    #[cfg(unix)]
    draft.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    #[cfg(not(unix))]
    let _ = draft;
}
