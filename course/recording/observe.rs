//! Compiles and runs a program, and notes what there was to see.

use std::collections::BTreeMap;

use chapters::Record;
use serde::{Deserialize, Serialize};
use workbench::{
    Compiled, CompilerSaid, Ending, Error, Finished, Go, Limits, Workbench, normalize,
};

/// What there was to see of a Rust program.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub enum Seen {
    /// It does not compile.
    Refused(CompilerSaid),
    /// It compiles, and was not to be run.
    Compiled,
    /// It was run.
    Ran(Finished),
}

/// What there was to see of a Go program.
#[derive(Clone, Debug)]
pub struct GoSeen {
    /// What `gofmt` would change.
    pub format: String,
    /// What `go vet` complains of.
    pub vet: String,
    /// How far it got.
    pub run: GoRun,
}

/// How far a Go program got.
#[derive(Clone, Debug)]
pub enum GoRun {
    /// It does not compile, for this reason.
    Refused(String),
    /// It compiles, and was not to be run.
    Compiled,
    /// It was run.
    Ran(Finished),
}

/// Compiles a Rust program and, if `to_be_run`, runs it.
///
/// # Errors
///
/// If the compiler or the program cannot be started.
pub fn rust(
    bench: &Workbench,
    limits: &Limits,
    program: &str,
    to_be_run: bool,
) -> Result<Seen, Error> {
    Ok(match bench.compile(program)? {
        Compiled::Refused(said) => Seen::Refused(said),
        Compiled::Ready(_) if !to_be_run => Seen::Compiled,
        Compiled::Ready(executable) => Seen::Ran(executable.run(limits)?),
    })
}

/// Builds and vets a Go program and, if `to_be_run`, runs it.
///
/// # Errors
///
/// If a Go tool or the program cannot be started.
pub fn go(go: &Go, limits: &Limits, program: &str, to_be_run: bool) -> Result<GoSeen, Error> {
    let built = go.build(program)?;
    let run = match built.program {
        Err(said) => GoRun::Refused(said),
        Ok(_) if !to_be_run => GoRun::Compiled,
        Ok(executable) => GoRun::Ran(workbench::run(&executable, limits)?),
    };
    Ok(GoSeen {
        format: built.format,
        vet: built.vet,
        run,
    })
}

impl Seen {
    /// The text that belongs into each record.
    #[must_use]
    pub fn records(&self) -> BTreeMap<Record, String> {
        match self {
            Self::Refused(said) => BTreeMap::from([(Record::Error, said.text.clone())]),
            Self::Compiled => BTreeMap::new(),
            Self::Ran(finished) => BTreeMap::from([
                (Record::Output, finished.stdout.clone()),
                (Record::Stderr, normalize::rust_stderr(&finished.stderr)),
            ]),
        }
    }
}

impl GoSeen {
    /// The text that belongs into each record.
    #[must_use]
    pub fn records(&self) -> BTreeMap<Record, String> {
        let mut records = BTreeMap::from([(Record::Vet, self.vet.clone())]);
        match &self.run {
            GoRun::Refused(said) => drop(records.insert(Record::GoStderr, said.clone())),
            GoRun::Compiled => {}
            GoRun::Ran(finished) => {
                records.insert(Record::GoOutput, finished.stdout.clone());
                records.insert(Record::GoStderr, go_stderr(finished));
            }
        }
        records
    }
}

/// What `go run` would show: it adds a line about the exit status.
fn go_stderr(finished: &Finished) -> String {
    let mut text = normalize::go_stderr(&finished.stderr);
    if let Ending::Exited(code @ 1..) = finished.ending {
        text.push_str(&format!("exit status {code}\n"));
    }
    text
}
