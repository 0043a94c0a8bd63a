//! From an edit to the verdict, for all exercises, beside `cargo test` of a small package: the form
//! in which other courses have their exercises.
//!
//! `cargo bench -p coach --profile dev` prints a table of medians. Solutions are edited in a copy;
//! the learner's files are not touched.

use coach::{Cancel, Coach};
use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};
use tempfile::TempDir;

const ROUNDS: u32 = 5;

fn main() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"))
        .parent()
        .expect("the course");
    let coach = Coach::open(root).expect("the catalogue can be read");
    let package = Package::new();
    println!(
        "{:<24} {:>10} {:>10} {:>12}",
        "milliseconds", "watch", "again", "cargo test"
    );
    let (mut watch, mut again, mut cargo) = (Vec::new(), Vec::new(), Vec::new());
    for entry in coach.catalogue().entries() {
        let name = &entry.name;
        let solution = coach.solution(name).expect("it can be read");
        let judge = |text: &str| {
            let verdict = coach.check_text(name, text, &Cancel::default());
            assert!(verdict.expect("it can be judged").solved, "{name}");
        };
        judge(&edited(&solution, 0));
        let edit = median(|round| judge(&edited(&solution, round)));
        let same = median(|_| judge(&edited(&solution, ROUNDS)));
        let small = median(|round| package.test(round));
        println!(
            "{name:<24} {:>10} {:>10} {:>12}",
            edit.as_millis(),
            same.as_millis(),
            small.as_millis()
        );
        watch.push(edit);
        again.push(same);
        cargo.push(small);
    }
    let [watch, again, cargo] = [watch, again, cargo].map(|mut all| {
        all.sort_unstable();
        all[all.len() / 2].as_millis()
    });
    println!("{:<24} {watch:>10} {again:>10} {cargo:>12}", "median");
}

/// The text with something more to compile.
fn edited(text: &str, round: u32) -> String {
    let stamp = std::process::id();
    format!("{text}\n#[allow(dead_code)]\nfn edited() -> u32 {{\n    {round} + {stamp}\n}}\n")
}

fn median(mut once: impl FnMut(u32)) -> Duration {
    let mut times: Vec<Duration> = (1..=ROUNDS)
        .map(|round| {
            let start = Instant::now();
            once(round);
            start.elapsed()
        })
        .collect();
    times.sort_unstable();
    times[times.len() / 2]
}

/// A package with one exercise, and a test of it.
struct Package(TempDir);

impl Package {
    fn new() -> Package {
        let package = Package(tempfile::tempdir().expect("there is room"));
        let manifest =
            "[package]\nname = \"small\"\nversion = \"0.1.0\"\nedition = \"2024\"\n\n[workspace]\n";
        package.write("Cargo.toml", manifest);
        package.test(0);
        package
    }

    fn write(&self, file: &str, text: &str) {
        let file = self.0.path().join(file);
        fs::create_dir_all(file.parent().expect("it has a folder")).expect("there is room");
        fs::write(file, text).expect("there is room");
    }

    fn test(&self, round: u32) {
        let text = "use std::thread;\n\npub fn sum() -> u32 {\n    \
            thread::spawn(|| 2).join().unwrap()\n}\n\n#[test]\nfn the_sum_is_right() {\n    \
            assert_eq!(sum(), 2);\n}\n";
        self.write("src/lib.rs", &edited(text, round));
        let output = Command::new(env!("CARGO"))
            .args(["test", "--quiet", "--offline"])
            .current_dir(self.0.path())
            .env_remove("CARGO_TARGET_DIR")
            .output()
            .expect("cargo can be started");
        assert!(
            output.status.success(),
            "{}",
            String::from_utf8_lossy(&output.stderr)
        );
    }
}
