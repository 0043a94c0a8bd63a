//! An answer and its checks become two programs: one to explore, one to run.

use crate::Error;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::{Arc, Mutex, PoisonError};
use workbench::explore::{Assembled, Assembly, Explorer};
use workbench::{Cancel, Compiled, Workbench};

/// The files of one answer.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Source<'a> {
    pub(crate) name: &'a str,
    /// What is in `exercise.rs`.
    pub(crate) text: &'a str,
    /// What is in `checks.rs`.
    pub(crate) checks: &'a str,
}

impl Source<'_> {
    /// The two files as the compiler's messages are to name them.
    fn paths(&self) -> [String; 2] {
        ["checks.rs", "exercise.rs"].map(|file| format!("exercises/{}/{file}", self.name))
    }
}

/// Builds both programs. Cargo is asked for the libraries once: as long as nothing has changed
/// that they are made of, the answer is remembered.
#[derive(Clone, Debug)]
pub(crate) struct Builder {
    root: PathBuf,
    /// Where to remember it.
    folder: PathBuf,
    explorer: Explorer,
    workbench: Arc<Mutex<Option<Workbench>>>,
}

/// The libraries, and what they were made of.
#[derive(Serialize, Deserialize)]
struct Note {
    stamp: String,
    workbench: Workbench,
}

/// What the libraries are made of, in the course's folder.
const MADE_OF: [&str; 5] = [
    "Cargo.lock",
    "Cargo.toml",
    ".cargo/config.toml",
    "listings/Cargo.toml",
    "listings/src",
];

impl Builder {
    pub(crate) fn new(root: &Path) -> Builder {
        let target = std::env::var_os("CARGO_TARGET_DIR").map(PathBuf::from);
        let target = target.unwrap_or_else(|| root.join("target"));
        Builder {
            root: root.to_owned(),
            explorer: Explorer::new(root, &target.join("explorer")),
            folder: target.join("coach"),
            workbench: Arc::default(),
        }
    }

    /// Whether the libraries were built before.
    pub(crate) fn is_ready(&self) -> bool {
        self.folder.join("workbench.json").exists()
    }

    /// Builds the program that explores.
    pub(crate) fn assemble(
        &self,
        source: &Source<'_>,
        cancel: &Cancel,
    ) -> Result<Assembled, workbench::explore::Error> {
        let [checks, exercise] = source.paths();
        let assembly = Assembly {
            name: source.name,
            root: (&checks, source.checks),
            subject: (&exercise, source.text),
        };
        self.explorer.assemble(&assembly, cancel)
    }

    /// Builds the program that runs on real threads.
    pub(crate) fn compile(
        &self,
        source: &Source<'_>,
        cancel: &Cancel,
    ) -> Result<Compiled, Error> {
        let [checks, exercise] = source.paths();
        let compile = |workbench: Workbench| {
            workbench.compile_files(
                &checks,
                source.checks,
                &[(&exercise, source.text)],
                cancel,
            )
        };
        let compiled = compile(self.workbench(false)?)?;
        match compiled {
            Compiled::Refused(said) if is_stale(&said) => Ok(compile(self.workbench(true)?)?),
            compiled => Ok(compiled),
        }
    }

    /// The compiler and the crates that an exercise may use.
    fn workbench(&self, anew: bool) -> Result<Workbench, Error> {
        let mut known = self
            .workbench
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        if let Some(workbench) = known.as_ref().filter(|_| !anew) {
            return Ok(workbench.clone());
        }
        let stamp = self.stamp();
        let note = self.folder.join("workbench.json");
        let remembered = fs::read(&note)
            .ok()
            .and_then(|text| serde_json::from_slice::<Note>(&text).ok())
            .filter(|note| !anew && note.stamp == stamp && is_there(&note.workbench));
        let workbench = match remembered {
            Some(note) => note.workbench,
            None => self.open(&note)?,
        };
        *known = Some(workbench.clone());
        Ok(workbench)
    }

    fn open(&self, note: &Path) -> Result<Workbench, Error> {
        let mut workbench = Workbench::open(&self.root, &self.folder.join("programs"))?;
        let checks = self.checks_library(&workbench)?;
        workbench
            .libraries
            .externs
            .insert("checks".to_owned(), checks);
        // Cargo may just have written its lock file: this is what the libraries were made of.
        let text = serde_json::to_string(&Note {
            stamp: self.stamp(),
            workbench: workbench.clone(),
        });
        crate::files::write(note, &text.expect("it is plain data"))?;
        Ok(workbench)
    }

    /// The crate `checks`, compiled with the same compiler. It depends on nothing.
    fn checks_library(&self, workbench: &Workbench) -> Result<PathBuf, Error> {
        fs::create_dir_all(&self.folder).map_err(Error::file("create", &self.folder))?;
        let library = self.folder.join("libchecks.rlib");
        let unfinished = self
            .folder
            .join(format!("libchecks-{}.rlib", std::process::id()));
        let output = Command::new(&workbench.toolchain.rustc)
            .args(["--crate-name=checks", "--crate-type=rlib", "--edition=2024"])
            .args(["-Cdebuginfo=0", "--cap-lints=allow"])
            .arg(self.root.join("checks/src/lib.rs"))
            .arg("-o")
            .arg(&unfinished)
            .output()
            .map_err(Error::file("start", &workbench.toolchain.rustc))?;
        if !output.status.success() {
            return Err(Error::Checks {
                name: "checks".to_owned(),
                said: String::from_utf8_lossy(&output.stderr).into_owned(),
            });
        }
        fs::rename(&unfinished, &library).map_err(Error::file("move", &unfinished))?;
        Ok(library)
    }

    /// Changes whenever something changes that the libraries are made of.
    fn stamp(&self) -> String {
        let mut all = Sha256::new();
        for part in MADE_OF.iter().chain(&["checks/src"]) {
            add(&self.root.join(part), &mut all);
        }
        // Two compilers may take turns in the same folder.
        let chosen = std::env::var_os("RUSTUP_TOOLCHAIN").unwrap_or_default();
        all.update(chosen.as_encoded_bytes());
        all.finalize()
            .iter()
            .map(|byte| format!("{byte:02x}"))
            .collect()
    }
}

/// Adds when a file, or each file in a folder, was changed, and how long it is.
fn add(path: &Path, all: &mut Sha256) {
    let Ok(about) = fs::metadata(path) else {
        return;
    };
    if about.is_dir() {
        let mut inside: Vec<PathBuf> = fs::read_dir(path)
            .into_iter()
            .flatten()
            .flatten()
            .map(|entry| entry.path())
            .collect();
        inside.sort();
        inside.iter().for_each(|path| add(path, all));
        return;
    }
    let stamp = format!("{path:?} {} {:?}", about.len(), about.modified().ok());
    all.update(stamp);
}

fn is_there(workbench: &Workbench) -> bool {
    workbench.toolchain.rustc.exists()
        && workbench
            .libraries
            .externs
            .values()
            .all(|library| library.exists())
}

/// Whether the compiler complains of the libraries: another compiler has made them, or one of them
/// is gone.
fn is_stale(said: &workbench::CompilerSaid) -> bool {
    ["E0460", "E0461", "E0462", "E0463", "E0514"]
        .iter()
        .any(|code| said.codes.contains(*code))
}
