//! An answer and its checks become two programs: one to explore, one to run. Many answers to the
//! same exercise become two as well.

use crate::Error;
use sha2::{Digest, Sha256};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::{Arc, Mutex, PoisonError};
use workbench::bundle::{self, Bundle};
use workbench::explore::{Assembled, Assembly, Explorer};
use workbench::{Cancel, Compiled, Executable, Job, Limits, Workbench};

/// The files of one answer.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Source<'a> {
    pub(crate) name: &'a str,
    /// What is in `exercise.rs`.
    pub(crate) text: &'a str,
    /// What is in `checks.rs`.
    pub(crate) checks: &'a str,
}

/// The two files of an exercise as the compiler's messages are to name them.
struct Paths {
    checks: String,
    exercise: String,
}

impl Paths {
    fn of(name: &str) -> Paths {
        let path = |file| format!("exercises/{name}/{file}");
        Paths {
            checks: path("checks.rs"),
            exercise: path("exercise.rs"),
        }
    }

    fn assembly<'a>(&'a self, source: &Source<'a>) -> Assembly<'a> {
        Assembly {
            name: source.name,
            root: (&self.checks, source.checks),
            subject: (&self.exercise, source.text),
        }
    }
}

/// How many bytes of programs of earlier texts are kept: some hundreds of them.
const KEPT: u64 = 128 << 20;

/// How a bundle of checks finds out which of them is wanted.
const NUMBER: &str = "checks::part()";

/// A program that runs on real threads.
#[derive(Debug)]
pub(crate) struct Runnable {
    executable: Executable,
    /// Which part of it, if there are several.
    part: Option<usize>,
}

impl Runnable {
    pub(crate) fn job(&self, limits: &Limits) -> Job {
        let mut job = self.executable.job(limits);
        let number = self.part.map(|part| part.to_string().into());
        job.environment
            .extend(number.map(|number| (bundle::PART.into(), number)));
        job
    }

    /// What it has said, as if it were alone.
    pub(crate) fn said(&self, text: &str) -> String {
        match self.part {
            Some(part) => bundle::alone(part, text),
            None => text.to_owned(),
        }
    }
}

/// Builds both programs.
#[derive(Clone, Debug)]
pub(crate) struct Builder {
    root: PathBuf,
    /// Where to keep what is built.
    folder: PathBuf,
    explorer: Explorer,
    /// The compiler and the crates that an answer may use, once they were asked for.
    workbench: Arc<Mutex<Option<Workbench>>>,
}

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

    fn store(&self) -> PathBuf {
        self.folder.join("programs")
    }

    /// Whether the libraries were built before.
    pub(crate) fn is_ready(&self) -> bool {
        self.explorer.is_built() && Workbench::is_built(&self.root, &self.store())
    }

    /// Builds the program that explores.
    pub(crate) fn assemble(
        &self,
        source: &Source<'_>,
        cancel: &Cancel,
    ) -> Result<Assembled, workbench::explore::Error> {
        let paths = Paths::of(source.name);
        self.explorer.assemble(&paths.assembly(source), cancel)
    }

    /// Builds one program of many answers to an exercise. Those that cannot be a part of it are
    /// nothing, and must be built alone.
    pub(crate) fn assemble_all(
        &self,
        name: &str,
        sources: &[Source<'_>],
        cancel: &Cancel,
    ) -> Result<Vec<Option<Assembled>>, Error> {
        let paths = Paths::of(name);
        let assemblies = sources.iter().map(|source| paths.assembly(source));
        let assemblies: Vec<Assembly<'_>> = assemblies.collect();
        let name = format!("{name}.answers");
        let all = self
            .explorer
            .assemble_all(&name, &assemblies, NUMBER, cancel)?;
        Ok(all)
    }

    /// Builds the program that runs on real threads.
    pub(crate) fn compile(
        &self,
        source: &Source<'_>,
        cancel: &Cancel,
    ) -> Result<Result<Runnable, workbench::CompilerSaid>, Error> {
        let paths = Paths::of(source.name);
        let beside = [(paths.exercise.as_str(), source.text)];
        let compiled = self.compiled(&paths.checks, source.checks, &beside, cancel)?;
        Ok(match compiled {
            Compiled::Refused(said) => Err(said),
            Compiled::Ready(executable) => Ok(Runnable {
                executable,
                part: None,
            }),
        })
    }

    /// Builds one such program of many answers. Those that cannot be a part of it are nothing.
    pub(crate) fn compile_all(
        &self,
        name: &str,
        sources: &[Source<'_>],
        cancel: &Cancel,
    ) -> Result<Vec<Option<Runnable>>, Error> {
        let paths = Paths::of(name);
        let mut places: Vec<usize> = (0..sources.len()).collect();
        let mut all: Vec<Option<Runnable>> = sources.iter().map(|_| None).collect();
        while !places.is_empty() {
            let files = places.iter().map(|place| {
                let Source { text, checks, .. } = sources[*place];
                vec![
                    (paths.checks.as_str(), checks),
                    (paths.exercise.as_str(), text),
                ]
            });
            let bundle = Bundle::of(&files.collect::<Vec<_>>(), NUMBER);
            let root = format!("{name}.rs");
            match self.compiled(&root, &bundle.root, &bundle.beside(), cancel)? {
                Compiled::Refused(said) => bundle::leave_out(&said.text, &mut places),
                Compiled::Ready(executable) => {
                    for (part, place) in places.drain(..).enumerate() {
                        all[place] = Some(Runnable {
                            executable: executable.clone(),
                            part: Some(part),
                        });
                    }
                }
            }
        }
        Ok(all)
    }

    fn compiled(
        &self,
        root: &str,
        text: &str,
        beside: &[(&str, &str)],
        cancel: &Cancel,
    ) -> Result<Compiled, Error> {
        let compile = |workbench: Workbench| workbench.compile_files(root, text, beside, cancel);
        match compile(self.workbench(false)?)? {
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
        let mut workbench = Workbench::open(&self.root, &self.store())?;
        let checks = self.checks_library(&workbench)?;
        workbench
            .libraries
            .externs
            .insert("checks".to_owned(), checks);
        workbench.keep_within(KEPT);
        *known = Some(workbench.clone());
        Ok(workbench)
    }

    /// The crate `checks`, compiled with the same compiler. It depends on nothing.
    fn checks_library(&self, workbench: &Workbench) -> Result<PathBuf, Error> {
        let key = self.key_of_checks(workbench)?;
        let library = self.folder.join(format!("libchecks-{key}.rlib"));
        if library.exists() {
            return Ok(library);
        }
        fs::create_dir_all(&self.folder).map_err(Error::file("create", &self.folder))?;
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

    /// Changes whenever the compiler or a file of the crate `checks` does.
    fn key_of_checks(&self, workbench: &Workbench) -> Result<String, Error> {
        let folder = self.root.join("checks/src");
        let entries = fs::read_dir(&folder).map_err(Error::file("read", &folder))?;
        let mut files: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
        files.sort();
        let mut all = Sha256::new();
        all.update(&workbench.toolchain.version);
        for file in files {
            let text = fs::read(&file).map_err(Error::file("read", &file))?;
            all.update(text.len().to_le_bytes());
            all.update(text);
        }
        let bytes = all.finalize();
        let digits = bytes.iter().take(8).map(|byte| format!("{byte:02x}"));
        Ok(digits.collect())
    }
}

/// Whether the compiler complains of the libraries: another compiler has made them, or one of them
/// is gone.
fn is_stale(said: &workbench::CompilerSaid) -> bool {
    ["E0460", "E0461", "E0462", "E0463", "E0514"]
        .iter()
        .any(|code| said.codes.contains(*code))
}
