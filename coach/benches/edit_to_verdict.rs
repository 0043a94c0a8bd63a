//! From an edit to the verdict, for all exercises, beside `cargo test` of a small package with the
//! same code: the form in which other courses have their exercises.
//!
//! `cargo bench -p coach --profile dev [-- NAME…]` prints a table of medians, in milliseconds.
//! Solutions are edited in a copy of the exercises; the learner's files are not touched.
//!
//! | column | from a saved file to the verdict |
//! |---|---|
//! | watch | in a process that is there already, as `cargo course watch` is |
//! | cargo test | by `cargo test -p exercises NAME` |
//! | small package | by `cargo test` of a package with these two files: the checks run once, on real threads |

use coach::{Cancel, Coach};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};
use tempfile::TempDir;

const ROUNDS: usize = 5;

fn main() {
    let words: Vec<String> = std::env::args()
        .skip(1)
        .filter(|word| !word.starts_with('-'))
        .collect();
    let bench = Bench::new();
    println!(
        "{:<24} {:>8} {:>12} {:>15}",
        "milliseconds", "watch", "cargo test", "small package"
    );
    let mut medians = [const { Vec::new() }; 3];
    for entry in bench.coach.catalogue().entries() {
        let name = &entry.name;
        if !words.is_empty() && !words.iter().any(|word| name.contains(word)) {
            continue;
        }
        let row = bench.measure(name).map(median);
        print_row(name, row);
        for (all, one) in medians.iter_mut().zip(row) {
            all.push(one);
        }
    }
    print_row("median", medians.map(median));
}

fn print_row(name: &str, row: [Duration; 3]) {
    let [watch, cargo, small] = row.map(|time| time.as_millis());
    println!("{name:<24} {watch:>8} {cargo:>12} {small:>15}");
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort_unstable();
    times.get(times.len() / 2).copied().unwrap_or_default()
}

struct Bench {
    /// The course itself.
    root: PathBuf,
    /// A copy of its exercises, which uses its crates.
    copy: TempDir,
    coach: Coach,
    small: Small,
}

impl Bench {
    fn new() -> Bench {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let root = root.parent().expect("the crate lies in the course");
        let copy = tempfile::tempdir().expect("there is room");
        for folder in ["exercises", "tests/answers"] {
            copy_folder(&root.join(folder), &copy.path().join(folder));
        }
        Bench {
            root: root.to_owned(),
            coach: Coach::with_workspace(copy.path(), root).expect("the catalogue can be read"),
            small: Small::new(root),
            copy,
        }
    }

    /// All three, turn by turn; the first turn builds what stays.
    fn measure(&self, name: &str) -> [Vec<Duration>; 3] {
        let solution = self.coach.solution(name).expect("it can be read");
        let checks = self.coach.checks(name).expect("it can be read");
        self.small.write("checks.rs", &checks);
        let mut times = [const { Vec::new() }; 3];
        for round in 0..=ROUNDS {
            let turn = [
                time(|| self.watch(name, &edited(&solution, 3 * round))),
                time(|| self.cargo_test(name, &edited(&solution, 3 * round + 1))),
                time(|| self.small.test(&edited(&solution, 3 * round + 2))),
            ];
            if round > 0 {
                times
                    .iter_mut()
                    .zip(turn)
                    .for_each(|(all, one)| all.push(one));
            }
        }
        times
    }

    fn save(&self, name: &str, text: &str) {
        let file = self.coach.path(name).expect("it is in the catalogue");
        fs::write(file, text).expect("there is room");
    }

    fn watch(&self, name: &str, text: &str) {
        self.save(name, text);
        let verdict = self.coach.check(name, &Cancel::default());
        assert!(verdict.expect("it can be judged").solved, "{name}");
    }

    fn cargo_test(&self, name: &str, text: &str) {
        self.save(name, text);
        succeed(
            cargo(&self.root)
                .args(["test", "--quiet", "--offline", "-p", "exercises", name])
                .env("EXERCISES_OF", self.copy.path()),
        );
    }
}

/// The text with something more to compile.
fn edited(text: &str, number: usize) -> String {
    let stamp = std::process::id();
    format!("{text}\n#[allow(dead_code)]\nfn edited() -> usize {{\n    {number} + {stamp}\n}}\n")
}

fn time(once: impl FnOnce()) -> Duration {
    let start = Instant::now();
    once();
    start.elapsed()
}

fn copy_folder(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("there is room");
    for entry in fs::read_dir(from).expect("it is there").flatten() {
        let (from, to) = (entry.path(), to.join(entry.file_name()));
        match from.is_dir() {
            true => copy_folder(&from, &to),
            false => drop(fs::copy(from, to).expect("there is room")),
        }
    }
}

fn cargo(folder: &Path) -> Command {
    let mut cargo = Command::new(env!("CARGO"));
    cargo.current_dir(folder);
    cargo
}

fn succeed(command: &mut Command) {
    let output = command.output().expect("it can be started");
    let said = [output.stdout, output.stderr].concat();
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&said)
    );
}

/// A package with one exercise, and its checks as its test.
struct Small(TempDir);

impl Small {
    fn new(root: &Path) -> Small {
        let small = Small(tempfile::tempdir().expect("there is room"));
        let mut manifest = "[package]\nname = \"small\"\nversion = \"0.1.0\"\nedition = \"2024\"\n\
            \n[workspace]\n\n[[test]]\nname = \"checks\"\npath = \"checks.rs\"\nharness = false\n\
            \n[dependencies]\n"
            .to_owned();
        for name in ["checks", "listings"] {
            let path = root.join(name);
            manifest += &format!("{name} = {{ path = {path:?} }}\n");
        }
        // The same versions of crates as in the course.
        for line in [
            "crossbeam-channel",
            "crossbeam-utils",
            "parking_lot",
            "rand",
        ] {
            manifest += &format!("{line} = \"*\"\n");
        }
        small.write("Cargo.toml", &manifest);
        small.write("src/lib.rs", "");
        let lock = root.join("Cargo.lock");
        fs::copy(lock, small.0.path().join("Cargo.lock")).expect("there is room");
        small
    }

    fn write(&self, file: &str, text: &str) {
        let file = self.0.path().join(file);
        fs::create_dir_all(file.parent().expect("it has a folder")).expect("there is room");
        fs::write(file, text).expect("there is room");
    }

    fn test(&self, exercise: &str) {
        self.write("exercise.rs", exercise);
        succeed(
            cargo(self.0.path())
                .args(["test", "--quiet", "--offline"])
                .env_remove("CARGO_TARGET_DIR"),
        );
    }
}
