//! Does a program have a data race, and where?
//!
//! # Layout
//!
//! - [`engine`]: what finds the races, and what must be said to compiler and runtime for it
//! - `stand_in`: builds the stand-in for std, `workbench/race-std`
//! - `log`, `places`: from what the engine wrote to lines of the program
//! - [`explored`]: the other way: every schedule of a small program
//! - [`report`]: a race, and how it is told
//! - `functions`: which function a place is in
//! - `fences`: what the engine does not quite understand
//!
//! The explorer sees every schedule of a small program. For those that are too large, or use what
//! it has no stand-in for, there is the detector. A detector sees one run at a time, and in that run every pair of accesses that nothing puts in
//! order, whether they collided or not. What a run does not do it does not see, so a program is run
//! several times.

pub mod engine;
pub mod explored;
mod fences;
mod functions;
mod log;
mod places;
pub mod report;
mod stand_in;

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use serde::{Deserialize, Serialize};

use crate::compile::{How, shown_name};
use crate::libraries::depends_on;
use crate::remembered::{self, Finding};
use crate::store::Key;
use crate::{
    Cancel, Compiled, CompilerSaid, Ending, Error, Executable, Finished, Libraries, Limits,
    Workbench,
};
use engine::Engine;
use places::Places;
use report::Race;

/// The exit status of a program that has a race, as a Go program built with `-race` has it.
pub const EXIT_STATUS: u8 = 66;

/// How to get a detector, for those who have none.
pub const HOW_TO_GET: &str = "it needs Linux with glibc on x86-64 or aarch64, and a Rust from \
    rustup; elsewhere use a container or a virtual machine, or paste the program into \
    https://play.rust-lang.org and choose Miri under Tools";

/// To be raised when a change in this folder makes earlier results worthless.
const FORMAT: &str = "race 1";

/// A detector of data races, ready to be used.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Detector {
    /// How it works.
    pub engine: Engine,
    std: Option<PathBuf>,
    libraries: Libraries,
    /// The program that reads debug information.
    reader: PathBuf,
}

/// The name of the note on where its libraries are.
const NOTE: &str = "detector";

impl Finding for Detector {
    fn files(&self) -> Vec<&Path> {
        let programs = self.std.iter().chain([&self.reader]);
        let programs = programs.map(PathBuf::as_path);
        programs.chain(self.libraries.files()).collect()
    }

    fn can_be_remembered(&self) -> bool {
        self.libraries.can_be_remembered()
    }
}

/// How long to look for a race.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub struct Patience {
    /// For each run.
    pub limits: Limits,
    /// How many runs at most.
    pub runs: usize,
    /// No further run is begun after this time.
    pub time: Duration,
    /// Whether to go on after a run with a race, to see those that are rarer.
    pub all_runs: bool,
}

impl Default for Patience {
    /// Twenty runs, in which a race that shows in every fourth run is found in 997 of 1000 cases.
    fn default() -> Self {
        Self {
            limits: Limits::default(),
            runs: 20,
            time: Duration::from_secs(10),
            all_runs: false,
        }
    }
}

/// What became of a program that was to be checked.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub enum Raced {
    /// The compiler refused it, and said why.
    Refused(CompilerSaid),
    /// It was run.
    Checked(Check),
}

/// What was seen.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Check {
    /// What was found, each pair of lines once.
    pub races: Vec<Race>,
    /// In how many runs.
    pub runs: usize,
    /// What the last run gave. Its exit status is 66 if a race was found in it.
    pub finished: Finished,
    /// Why this is no answer, if it is none.
    pub doubt: Option<Doubt>,
}

/// Why it cannot be known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Doubt {
    /// The program has memory fences, which the engine knows by half. A race may be none.
    Fences,
    /// A run was stopped.
    Stopped(Ending),
}

/// The answer in a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// There is a race.
    Found,
    /// No run had one.
    NotFound,
    /// The detector cannot know.
    Inconclusive,
}

impl Check {
    /// The answer in a word.
    #[must_use]
    pub fn verdict(&self) -> Verdict {
        match (self.races.is_empty(), self.doubt) {
            (_, Some(Doubt::Fences)) | (true, Some(_)) => Verdict::Inconclusive,
            (false, _) => Verdict::Found,
            (true, None) => Verdict::NotFound,
        }
    }

    /// The answer for a person: the report, or one sentence.
    #[must_use]
    pub fn text(&self, limits: &Limits) -> String {
        let runs = match self.runs {
            1 => "1 run".to_owned(),
            runs => format!("{runs} runs"),
        };
        match (self.verdict(), self.doubt) {
            (Verdict::Found, _) => report::text(&self.races),
            (_, None) => format!("No data race found in {runs}\n"),
            (_, Some(Doubt::Fences)) => format!(
                "{}Inconclusive: the program has memory fences (`fence`), which the detector knows \
                 by half; what it says after {runs} may be wrong\n",
                report::text(&self.races)
            ),
            (_, Some(Doubt::Stopped(ending))) => format!(
                "Inconclusive: no data race found in {runs}, but the program {}\n",
                ending.explain(limits).unwrap_or_default()
            ),
        }
    }
}

impl Detector {
    /// Finds the best engine, and builds for it what programs are linked with. The first time
    /// this takes about half a minute, later a few milliseconds.
    ///
    /// # Errors
    ///
    /// If there is no engine for this system, or the crate `listings` does not build.
    pub fn open(bench: &Workbench, root: &Path) -> Result<Self, Error> {
        let toolchain = &bench.toolchain;
        let engine = Engine::find(toolchain).ok_or_else(|| Error::NoDetector {
            system: toolchain.host().to_owned(),
        })?;
        remembered::find(
            &bench.store,
            NOTE,
            Self::depends_on(engine, bench, root),
            || Self::build(engine, bench, root),
        )
    }

    fn build(engine: Engine, bench: &Workbench, root: &Path) -> Result<Self, Error> {
        let toolchain = &bench.toolchain;
        let std = match engine {
            Engine::InstrumentedStd => None,
            Engine::StandInStd => Some(stand_in::build(toolchain, &bench.store)?),
        };
        let folder = bench.store.join("race");
        let libraries = engine.libraries(root, toolchain, std.as_deref(), &folder)?;
        Ok(Self {
            engine,
            std,
            libraries,
            reader: places::build()?,
        })
    }

    /// Whether [`Self::open`] has nothing to build.
    #[must_use]
    pub fn is_built(bench: &Workbench, root: &Path) -> bool {
        Engine::find(&bench.toolchain).is_some_and(|engine| {
            let under = Self::depends_on(engine, bench, root);
            remembered::is_known::<Self>(&bench.store, NOTE, under)
        })
    }

    fn depends_on(engine: Engine, bench: &Workbench, root: &Path) -> Key {
        depends_on(root, &bench.toolchain)
            .with(FORMAT)
            .with(engine.name())
            .with(stand_in::key(&bench.toolchain).finish())
            .with_folder(Path::new(places::SOURCES))
    }
}

impl Workbench {
    /// Runs a program under the detector, until there is a race or `patience` is at its end.
    /// Messages and reports call it `file`.
    ///
    /// # Errors
    ///
    /// If the compiler or the program cannot be started, or the program compiles but not for the
    /// detector.
    pub fn race(
        &self,
        detector: &Detector,
        file: &Path,
        source: &str,
        patience: &Patience,
    ) -> Result<Raced, Error> {
        let file = shown_name(file);
        let cancel = Cancel::default();
        let how = self.for_detector(detector, &file, &cancel);
        self.race_in_this_way(detector, &how, source, patience)
    }

    /// The same for a program that is edited again and again: it is a version `of` a program,
    /// whatever that is called, and the compiler takes up what has not changed since the last one.
    /// Where somebody wants it to stop, [`Check::doubt`] says so.
    ///
    /// # Errors
    ///
    /// As for [`Self::race`], and if the compiler was cancelled.
    pub fn race_version(
        &self,
        detector: &Detector,
        of: &str,
        file: &Path,
        source: &str,
        patience: &Patience,
        cancel: &Cancel,
    ) -> Result<Raced, Error> {
        let file = shown_name(file);
        let how = How {
            version_of: Some(of),
            ..self.for_detector(detector, &file, cancel)
        };
        self.race_in_this_way(detector, &how, source, patience)
    }

    fn race_in_this_way(
        &self,
        detector: &Detector,
        how: &How,
        source: &str,
        patience: &Patience,
    ) -> Result<Raced, Error> {
        let executable = match self.compile_in_this_way(how, source)? {
            Compiled::Ready(executable) => executable,
            Compiled::Refused(said) => {
                // What it says of the stand-in's types is nothing for the program's reader.
                return match self.compile_file(Path::new(how.file), source)? {
                    Compiled::Refused(said) => Ok(Raced::Refused(said)),
                    Compiled::Ready(_) => Err(Error::NotForDetector { said: said.text }),
                };
            }
        };
        let mut check = watch(detector, &executable, how, patience)?;
        if fences::are_in(source) {
            check.doubt = Some(Doubt::Fences);
        }
        Ok(Raced::Checked(check))
    }

    fn for_detector<'a>(
        &'a self,
        detector: &'a Detector,
        file: &'a str,
        cancel: &'a Cancel,
    ) -> How<'a> {
        let engine = detector.engine;
        let mut arguments = engine.arguments(&self.toolchain, detector.std.as_deref());
        arguments.extend(engine.program_arguments());
        How {
            format: FORMAT,
            libraries: &detector.libraries,
            arguments,
            unstable: true,
            file,
            beside: &[],
            version_of: None,
            cancel,
        }
    }
}

/// Runs the program again and again.
fn watch(
    detector: &Detector,
    executable: &Executable,
    how: &How,
    patience: &Patience,
) -> Result<Check, Error> {
    let start = Instant::now();
    let places = Places {
        reader: &detector.reader,
        program: &executable.path,
        file: how.file,
    };
    let mut races = Vec::new();
    let mut runs = 0;
    loop {
        let (finished, found) = run_once(
            detector.engine,
            executable,
            &patience.limits,
            &places,
            how.cancel,
        )?;
        runs += 1;
        races.extend(found);
        let is_enough = !races.is_empty() && !patience.all_runs;
        let was_stopped = finished.ending.explain(&patience.limits).is_some();
        let is_over = runs >= patience.runs || start.elapsed() >= patience.time;
        if is_enough || was_stopped || is_over {
            return Ok(Check {
                races: report::merge(races),
                runs,
                doubt: was_stopped.then_some(Doubt::Stopped(finished.ending)),
                finished,
            });
        }
    }
}

fn run_once(
    engine: Engine,
    executable: &Executable,
    limits: &Limits,
    places: &Places,
    cancel: &Cancel,
) -> Result<(Finished, Vec<Race>), Error> {
    let folder = tempfile::tempdir().map_err(Error::file("create", &std::env::temp_dir()))?;
    let mut job = executable.job(limits);
    job.folder = Some(folder.path().to_owned());
    job.environment
        .push(("TSAN_OPTIONS".into(), engine.options().into()));
    // For each byte of the program's memory the engine remembers who touched it.
    job.limits.memory = limits.memory.saturating_mul(6);
    let finished = job.finish_unless(cancel)?;
    let mut reports = Vec::new();
    for file in fs::read_dir(folder.path()).into_iter().flatten().flatten() {
        if file.file_name().to_string_lossy().starts_with("tsan.")
            && let Ok(log) = fs::read_to_string(file.path())
        {
            reports.extend(log::parse(&log, &executable.path));
        }
    }
    let races = places.races(&reports, folder.path(), cancel)?;
    Ok((finished, races))
}
