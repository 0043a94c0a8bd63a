//! How long a reader waits, beside what the same takes without the workbench.
//!
//! All of it is measured in turns in one run, so that whatever else the machine does falls on all
//! alike: `cargo bench -p workbench --profile dev`. A number is good to compare with its
//! neighbours, not with those of another machine.

use std::fs;
use std::hint::black_box;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

use workbench::race::{Detector, Patience};
use workbench::{Compiled, Limits, Workbench};

const ROUNDS: usize = 15;

/// A listing of the usual length. The number makes an edited one of it.
fn listing(number: usize) -> String {
    format!(
        "use std::collections::HashMap;
use std::thread;

use parking_lot::Mutex;
use rand::RngExt;

fn main() {{
    let shelves = Mutex::new(HashMap::new());
    thread::scope(|s| {{
        for clerk in 0..4 {{
            let shelves = &shelves;
            s.spawn(move || {{
                let book = rand::rng().random_range(1..=10);
                shelves.lock().insert(clerk, book);
            }});
        }}
    }});
    println!(\"{{}} books, {number} times\", shelves.lock().len());
}}
"
    )
}

const RACY: &str = "static mut TOTAL: u32 = 0;
fn main() {
    let clerks = [1, 2].map(|_| std::thread::spawn(|| unsafe { TOTAL += 1 }));
    for clerk in clerks {
        clerk.join().unwrap();
    }
}
";

struct Bench {
    bench: Workbench,
    detector: Option<Detector>,
    folder: tempfile::TempDir,
    limits: Limits,
}

fn main() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"))
        .parent()
        .expect("the workspace");
    let folder = tempfile::tempdir().expect("a temporary folder");
    let bench = Workbench::open(root, &folder.path().join("store")).expect("a compiler");
    let detector = Detector::open(&bench, root).ok();
    let bench = Bench {
        bench,
        detector,
        folder,
        limits: Limits::default(),
    };
    bench.make_cargo_project(root, "unchanged");
    bench.make_cargo_project(root, "edited");
    bench.report();
}

type Task<'a> = (&'static str, Box<dyn Fn(usize) + 'a>);

impl Bench {
    fn report(&self) {
        let mut tasks: Vec<Task> = vec![
            ("unchanged: workbench", Box::new(|_| self.run(&listing(0)))),
            (
                "unchanged: cargo run",
                Box::new(|_| self.cargo("unchanged", "run")),
            ),
            ("edited: workbench", Box::new(|n| self.run(&listing(n)))),
            (
                "edited: bare rustc, incremental",
                Box::new(|n| self.rustc(&listing(n))),
            ),
            (
                "edited: cargo run",
                Box::new(|n| self.cargo_run_edited(&listing(n))),
            ),
            (
                "a compile error: workbench",
                Box::new(|n| self.run(&format!("fn main() {{ {n}.no() }}"))),
            ),
        ];
        if let Some(detector) = &self.detector {
            let clean = listing(0);
            tasks.push((
                "race check, clean, one run",
                Box::new(move |_| self.race(detector, &clean, 1)),
            ));
            tasks.push((
                "race check, racy",
                Box::new(|_| self.race(detector, RACY, 20)),
            ));
        }
        for (_, task) in &tasks {
            task(1_000_000);
        }
        let mut times = vec![Vec::new(); tasks.len()];
        for round in 1..=ROUNDS {
            for ((_, task), times) in tasks.iter().zip(&mut times) {
                let start = Instant::now();
                task(round);
                times.push(start.elapsed());
            }
        }
        println!(
            "{:34} {:>9} {:>9} {:>9}",
            "milliseconds", "median", "fastest", "slowest"
        );
        for ((name, _), times) in tasks.iter().zip(&mut times) {
            times.sort();
            let [median, fastest, slowest] = [times[ROUNDS / 2], times[0], times[ROUNDS - 1]]
                .map(|time| time.as_secs_f64() * 1000.0);
            println!("{name:34} {median:9.1} {fastest:9.1} {slowest:9.1}");
        }
    }

    fn run(&self, source: &str) {
        let compiled = self
            .bench
            .compile_file(Path::new("listing.rs"), source)
            .expect("a compiler");
        if let Compiled::Ready(executable) = compiled {
            black_box(executable.run(&self.limits).expect("it starts"));
        }
    }

    fn race(&self, detector: &Detector, source: &str, runs: usize) {
        let patience = Patience {
            runs,
            ..Patience::default()
        };
        let file = Path::new("listing.rs");
        black_box(
            self.bench
                .race(detector, file, source, &patience)
                .expect("it starts"),
        );
    }

    /// What somebody who knows rustc well would call.
    fn rustc(&self, source: &str) {
        let folder = self.folder.path();
        fs::write(folder.join("bare.rs"), source).expect("it is writable");
        let mut rustc = Command::new(&self.bench.toolchain.rustc);
        rustc.current_dir(folder).args([
            "--edition=2024",
            "-Cincremental=bare-incremental",
            "-Cprefer-dynamic",
            "bare.rs",
        ]);
        for search in &self.bench.libraries.search {
            rustc.arg(format!("-Ldependency={}", search.display()));
        }
        for (name, rlib) in &self.bench.libraries.externs {
            rustc
                .arg("--extern")
                .arg(format!("{name}={}", rlib.display()));
        }
        assert!(rustc.status().expect("it starts").success());
        let program = Command::new(folder.join("bare"))
            .env("LD_LIBRARY_PATH", &self.bench.toolchain.libraries)
            .output();
        assert!(program.expect("it starts").status.success());
    }

    /// Two projects, so that to edit the one does not change the other.
    fn project(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn make_cargo_project(&self, root: &Path, name: &str) {
        let project = self.project(name);
        fs::create_dir_all(project.join("src")).expect("it is writable");
        let manifest = format!(
            "[package]\nname = \"{name}\"\nedition = \"2024\"\n[workspace]\n\
             [dependencies]\nparking_lot = \"0.13\"\nrand = \"0.10\"\n"
        );
        fs::write(project.join("Cargo.toml"), manifest).expect("it is writable");
        // The same versions, and none that would have to be fetched.
        fs::copy(root.join("Cargo.lock"), project.join("Cargo.lock")).expect("it is there");
        fs::write(project.join("src/main.rs"), listing(0)).expect("it is writable");
        self.cargo(name, "build");
    }

    fn cargo_run_edited(&self, source: &str) {
        let file = self.project("edited").join("src/main.rs");
        fs::write(file, source).expect("it is writable");
        self.cargo("edited", "run");
    }

    fn cargo(&self, name: &str, what: &str) {
        let done = Command::new("cargo")
            .args([what, "--quiet", "--offline"])
            .current_dir(self.project(name))
            .env("CARGO_TARGET_DIR", self.project(name).join("target"))
            .output()
            .expect("it starts");
        let said = String::from_utf8_lossy(&done.stderr);
        assert!(done.status.success(), "{said}");
    }
}
