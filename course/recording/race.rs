//! What detectors of data races report of a listing.
//!
//! A detector reports what it saw in one run, in which another thread may have come first than in
//! the last one. What is recorded is therefore compared by the pairs of lines that race, not word
//! for word.

use std::path::Path;
use std::time::Duration;

use chapters::Record;
use workbench::compile::MAIN;
use workbench::race::report::{recorded_lines, text};
use workbench::race::{EXIT_STATUS, Patience};
use workbench::{Detector, Ending, Error, Go, Limits, Raced, Workbench, normalize};

/// What is recorded of data races.
pub const RECORDS: [Record; 2] = [Record::Race, Record::GoRace];

/// What is recorded of a program in which none is found.
const NONE: &str = "No data race found\n";

/// How often a Rust program is run: as long as the detector might see one more race.
const RUNS: usize = 20;

/// How often a Go program is run until its detector says something. Each run takes a second at
/// least, because what was built with `-race` waits for so long at its end.
const GO_RUNS: usize = 5;

/// The detectors that there are here.
#[derive(Clone, Debug)]
pub struct Detectors {
    bench: Workbench,
    rust: Option<Detector>,
    go: Option<Go>,
}

impl Detectors {
    /// Finds them, or none at all if none is `wanted`: to get one ready takes a while.
    #[must_use]
    pub fn find(bench: &Workbench, workspace: &Path, go: Option<Go>, wanted: bool) -> Self {
        let rust = || Detector::open(bench, workspace).ok();
        Self {
            bench: bench.clone(),
            rust: wanted.then(rust).flatten(),
            go: go.filter(|go| wanted && go.finds_races()),
        }
    }

    /// Whether there is one for this record.
    #[must_use]
    pub fn can(&self, record: Record) -> bool {
        match record {
            Record::Race => self.rust.is_some(),
            _ => self.go.is_some(),
        }
    }

    /// Runs a program under the detector that this record is of, and returns what it reports;
    /// nothing if there is no such detector here.
    ///
    /// # Errors
    ///
    /// If the program cannot be built or started.
    pub fn report(&self, record: Record, program: &str) -> Result<Option<String>, Error> {
        match (record, &self.rust, &self.go) {
            (Record::Race, Some(detector), _) => self.rust(detector, program).map(Some),
            (Record::GoRace, _, Some(go)) => of_go(go, program).map(Some),
            _ => Ok(None),
        }
    }

    fn rust(&self, detector: &Detector, program: &str) -> Result<String, Error> {
        let patience = Patience {
            runs: RUNS,
            all_runs: true,
            time: Duration::from_secs(60),
            ..Patience::default()
        };
        let file = Path::new(MAIN);
        let races = match self.bench.race(detector, file, program, &patience)? {
            Raced::Refused(said) => return Err(Error::NotForDetector { said: said.text }),
            Raced::Checked(check) => check.races,
        };
        if races.is_empty() {
            return Ok(NONE.to_owned());
        }
        Ok(format!("{}exit status {EXIT_STATUS}\n", text(&races)))
    }
}

/// What `go run -race` shows, in the first of some runs that has something to show.
fn of_go(go: &Go, program: &str) -> Result<String, Error> {
    let executable = go
        .build_for_races(program)?
        .map_err(|said| Error::NotForDetector { said })?;
    for _ in 0..GO_RUNS {
        let finished = workbench::run(&executable, &Limits::default())?;
        if finished.ending == Ending::Exited(EXIT_STATUS.into()) {
            let report = normalize::go_race(&finished.stderr);
            return Ok(format!("{report}exit status {EXIT_STATUS}\n"));
        }
    }
    Ok(NONE.to_owned())
}

/// Compares what was seen with what is recorded.
///
/// # Errors
///
/// What is different, for a person to read.
pub fn compare(recorded: &str, seen: &str) -> Result<(), String> {
    let (known, found) = (recorded_lines(recorded), recorded_lines(seen));
    if found.is_empty() != known.is_empty() {
        return Err(format!("recorded:\n{recorded}seen:\n{seen}"));
    }
    let new: Vec<String> = found
        .difference(&known)
        .map(|lines| lines.join(" and "))
        .collect();
    if new.is_empty() {
        return Ok(());
    }
    Err(format!(
        "races at {}, which is recorded nowhere:\n{seen}",
        new.join(", ")
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn report(line: u32) -> String {
        let access = format!("Write of A by thread 1:\n  f()\n      src/main.rs:{line}:5\n");
        format!("WARNING: DATA RACE\n{access}\n{access}\n")
    }

    #[test]
    fn the_lines_decide() {
        assert!(compare(&report(3), &report(3).replace("thread 1", "thread 2")).is_ok());
        assert!(compare(&(report(3) + &report(4)), &report(4)).is_ok());
        assert!(compare(&report(3), &report(4)).is_err());
        assert!(compare(&report(3), NONE).is_err());
        assert!(compare(NONE, &report(3)).is_err());
        assert!(compare(NONE, NONE).is_ok());
    }
}
