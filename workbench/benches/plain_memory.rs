//! What it takes to find data races: by every schedule with plain memory looked at, by every
//! schedule without it (which finds none), and by ThreadSanitizer, which sees one schedule a run.
//!
//! `cargo bench -p workbench --bench plain_memory --profile dev` prints a table of the programs in
//! `tests/race`. They are compiled first. Then all is measured in turns in one run, so that
//! whatever else the machine does falls on all alike. A number is good to compare with its
//! neighbours, not with those of another machine.

use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use workbench::explore::{Explorer, Plain, Question};
use workbench::race::explored::{Explored, Pass, TIME, explore};
use workbench::race::{Detector, Patience};
use workbench::{Raced, Workbench};

/// How often each is measured; the median is shown.
const ROUNDS: usize = 3;

/// In how many of so many runs the detector finds a race.
const RUNS: usize = 20;

struct Program {
    name: String,
    text: String,
    is_racy: bool,
    memory: Vec<Duration>,
    without: Vec<Duration>,
    detector: Vec<Duration>,
    verdict: String,
    sampled: String,
}

struct Bench {
    bench: Workbench,
    explorer: Explorer,
    detector: Option<Detector>,
}

fn main() {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let root = here.parent().expect("the workspace");
    let folder = tempfile::tempdir().expect("a temporary folder");
    let bench = Workbench::open(root, &folder.path().join("store")).expect("a compiler");
    let bench = Bench {
        detector: Detector::open(&bench, root).ok(),
        explorer: Explorer::new(root, &folder.path().join("explorer")),
        bench,
    };
    let kinds = ["racy", "rare", "clean", "fences"];
    let mut programs: Vec<Program> = kinds.iter().flat_map(|kind| programs(here, kind)).collect();
    for program in &mut programs {
        bench.judge(program);
    }
    for _ in 0..ROUNDS {
        for program in &mut programs {
            bench.measure(program);
        }
    }
    show(&mut programs);
}

/// The programs of a kind. A program with fences is racy unless both sides have one.
fn programs(here: &Path, kind: &str) -> Vec<Program> {
    let files = fs::read_dir(here.join("tests/race").join(kind)).expect("the folder is there");
    let mut files: Vec<_> = files
        .map(|file| file.expect("it is there").path())
        .collect();
    files.sort();
    let read = |file: &std::path::PathBuf| {
        let text = fs::read_to_string(file).expect("it can be read");
        let name = file.file_stem().unwrap_or_default().to_string_lossy();
        Program {
            name: format!("{kind}/{name}"),
            is_racy: text.contains("// race"),
            text,
            memory: Vec::new(),
            without: Vec::new(),
            detector: Vec::new(),
            verdict: String::new(),
            sampled: String::new(),
        }
    };
    files.iter().map(read).collect()
}

impl Bench {
    fn explore(&self, program: &Program) -> Result<Explored, Pass> {
        explore(&self.explorer, &program.name, "src/main.rs", &program.text)
    }

    fn without(&self, program: &Program) {
        let question = Question {
            plain: Plain::Never,
            limits: workbench::explore::Limits {
                time: TIME,
                samples: 0,
                ..Default::default()
            },
            ..Question::default()
        };
        let name = format!("{}_without", program.name);
        // Whether it can be explored at all is another column.
        let _ = self
            .explorer
            .explore(&name, &program.text, &question, |_| ());
    }

    /// In how many of so many runs the detector finds a race.
    fn sample(&self, program: &Program, runs: usize) -> Option<usize> {
        let detector = self.detector.as_ref()?;
        let patience = Patience {
            runs: 1,
            ..Patience::default()
        };
        let found = (0..runs).filter(|_| {
            let file = Path::new("src/main.rs");
            let raced = self.bench.race(detector, file, &program.text, &patience);
            matches!(raced, Ok(Raced::Checked(check)) if !check.races.is_empty())
        });
        Some(found.count())
    }

    /// Builds the program for all three, and notes what they say.
    fn judge(&self, program: &mut Program) {
        self.without(program);
        let races = |found: &Explored| found.races.len();
        program.verdict = match self.explore(program) {
            Ok(found) if races(&found) == 0 => "none".to_owned(),
            Ok(found) => format!("{} found", races(&found)),
            Err(Pass::TooLarge(_)) => "too large".to_owned(),
            Err(Pass::RollsDice) => "dice".to_owned(),
            Err(Pass::CannotRun(_)) => "cannot run".to_owned(),
            Err(Pass::Blind) => "blind".to_owned(),
        };
        program.sampled = match self.sample(program, RUNS) {
            Some(found) => format!("{found} of {RUNS}"),
            None => "no detector".to_owned(),
        };
    }

    fn measure(&self, program: &mut Program) {
        let start = Instant::now();
        let _ = self.explore(program);
        program.memory.push(start.elapsed());
        let start = Instant::now();
        self.without(program);
        program.without.push(start.elapsed());
        let start = Instant::now();
        self.sample(program, 1);
        program.detector.push(start.elapsed());
    }
}

fn median(times: &mut [Duration]) -> f64 {
    times.sort_unstable();
    times[times.len() / 2].as_secs_f64() * 1000.0
}

fn show(programs: &mut [Program]) {
    println!(
        "{:30} {:10} {:>9} {:>9} {:>9}  ThreadSanitizer",
        "milliseconds (median)", "verdict", "memory", "without", "one run"
    );
    let (mut slowest, mut wrong, mut passed) = (0.0f64, 0, 0);
    for program in programs {
        let times = [
            &mut program.memory,
            &mut program.without,
            &mut program.detector,
        ];
        let [memory, without, detector] = times.map(|times| median(times));
        println!(
            "{:30} {:10} {memory:9.1} {without:9.1} {detector:9.1}  {}",
            program.name, program.verdict, program.sampled
        );
        let found = program.verdict.ends_with("found");
        let answered = found || program.verdict == "none";
        passed += usize::from(!answered);
        wrong += usize::from(answered && found != program.is_racy);
        if answered {
            slowest = slowest.max(memory);
        }
    }
    println!(
        "\n{wrong} wrong, {passed} without an answer, the slowest answer after {slowest:.0} ms"
    );
}
