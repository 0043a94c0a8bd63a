//! A program of two files: somebody's work, and what puts it to the test.

use super::build::{self, Program};
use super::how::How;
use super::listings::uses_unsafe;
use super::source::{self, Source};
use super::stand_ins::{self, StandIns};
use super::{Error, Explored, Explorer, Progress, Question, child};
use crate::{Cancel, Ending, Job, Limits, Toolchain};
use std::fs::{self, File};
use std::path::{Path, PathBuf};

/// How many executables of earlier texts are kept beside the latest.
const KEPT: usize = 48;

/// The two files. Paths are relative, and are those that the compiler's messages name.
#[derive(Clone, Copy, Debug)]
pub struct Assembly<'a> {
    /// Assemblies of the same name are built in the same place, faster each time.
    pub name: &'a str,
    /// The root of the program, which has its main function: path and text.
    pub root: (&'a str, &'a str),
    /// The file that is put to the test, a module of the root. The explorer shows its lines, and
    /// no others.
    pub subject: (&'a str, &'a str),
}

/// A program that was built of two files, and can be explored.
#[derive(Clone, Debug)]
pub struct Assembled {
    program: Program,
    source: Source,
    file: String,
    /// The folder with the compiler's shared libraries.
    libraries: PathBuf,
    cancel: Cancel,
}

impl Explorer {
    /// Builds a program of two files, unless that has been done before.
    ///
    /// The root's main function must itself call the explorer; the crate `checks` does.
    ///
    /// # Errors
    ///
    /// As for [`Explorer::explore_until_cancelled`]. The runs of the program are `cancel`led too.
    pub fn assemble(&self, assembly: &Assembly<'_>, cancel: &Cancel) -> Result<Assembled, Error> {
        let root = source::read_part(assembly.root.1)?;
        let mut source = source::read_part(assembly.subject.1)?;
        source.is_unsafe |= root.is_unsafe;
        source.uses_listings |= root.uses_listings;
        let stand_ins = stand_ins::find(&self.root, &self.scratch)?;
        let program = build(&self.scratch, assembly, &source, &stand_ins, cancel)?;
        Ok(Assembled {
            program,
            source,
            file: assembly.subject.0.to_owned(),
            libraries: Toolchain::remembered(&self.root, &self.scratch)?.libraries,
            cancel: cancel.clone(),
        })
    }
}

impl Assembled {
    /// What the program says when it is called with one argument and is not explored.
    ///
    /// # Errors
    ///
    /// If it cannot be started, or fails.
    pub fn ask(&self, argument: &str) -> Result<String, Error> {
        let mut job = Job::new(&self.program.executable, &Limits::default());
        job.arguments.push(argument.into());
        job.readable.push(self.libraries.clone());
        let finished = job.finish_unless(&self.cancel)?;
        match finished.ending {
            Ending::Exited(0) => Ok(finished.stdout),
            Ending::Cancelled => Err(Error::Cancelled),
            _ => Err(Error::Broken {
                why: finished.stderr,
            }),
        }
    }

    /// Explores what the program does if its arguments are `explore`, `argument` and the path of
    /// the file that is put to the test.
    ///
    /// # Errors
    ///
    /// If exploring it breaks down.
    pub fn explore(
        &self,
        argument: &str,
        question: &Question,
        progress: impl FnMut(Progress),
    ) -> Result<Explored, Error> {
        let arguments = ["explore", argument, &self.file].map(str::to_owned);
        let program = Program {
            arguments: arguments.to_vec(),
            ..self.program.clone()
        };
        let request = child::request(&program, &self.source, question);
        let json = child::run(&program, &self.libraries, &request, progress, &self.cancel)?;
        let graph =
            serde_json::from_str(&json).map_err(|error| Error::Answer(error.to_string()))?;
        Ok(Explored { json, graph })
    }
}

fn build(
    scratch: &Path,
    assembly: &Assembly<'_>,
    source: &Source,
    stand_ins: &StandIns,
    cancel: &Cancel,
) -> Result<Program, Error> {
    let how = How {
        stand_ins,
        tells: false,
    };
    let listings = match source.uses_listings {
        true => Some(build::listings(scratch, how, cancel)?),
        false => None,
    };
    let folder = scratch.join("assemblies").join(assembly.name);
    fs::create_dir_all(&folder).map_err(Error::file(&folder))?;
    let lock = folder.join("lock");
    let lock = File::create(&lock).map_err(Error::file(&lock))?;
    lock.lock().map_err(Error::file(&folder))?;

    let library = listings.as_ref().map(|listings| listings.library.as_path());
    let flags = format!("{:?}", how.rustc(&folder));
    let files = [assembly.root, assembly.subject];
    let mut parts = vec![flags.as_bytes()];
    parts.extend(
        files
            .iter()
            .flat_map(|(path, text)| [path.as_bytes(), text.as_bytes()]),
    );
    let key = build::fingerprint(&parts, stand_ins, library);
    let executable = folder.join(format!("explore-{key:016x}"));
    if !executable.exists() {
        for (path, text) in files {
            let path = folder.join(path);
            let parent = path.parent().unwrap_or(&folder);
            fs::create_dir_all(parent).map_err(Error::file(parent))?;
            fs::write(&path, text).map_err(Error::file(&path))?;
        }
        remove_older(&folder);
        // The linker writes beside it first: a program that is there is whole.
        let unfinished = folder.join("unfinished");
        let mut rustc = how.rustc(&folder);
        rustc
            .args(["--crate-name=explored", "-Cincremental=incremental"])
            .arg(assembly.root.0)
            .arg("-o")
            .arg(&unfinished);
        if let Some(library) = library {
            rustc
                .arg("--extern")
                .arg(format!("listings={}", library.display()));
        }
        build::run(rustc, "main", cancel)?;
        fs::rename(&unfinished, &executable).map_err(Error::file(&executable))?;
    }
    Ok(Program {
        executable,
        arguments: Vec::new(),
        tells_of_memory: false,
        listings_are_unsafe: listings.as_ref().is_some_and(|listings| {
            files
                .iter()
                .any(|(_, text)| uses_unsafe(text, &listings.files))
        }),
        library: listings.map_or_else(Vec::new, |listings| listings.names()),
    })
}

/// Keeps the executables of a few earlier texts: one goes back to them, and tests come again.
fn remove_older(folder: &Path) {
    let Ok(entries) = fs::read_dir(folder) else {
        return;
    };
    let executables = entries.flatten().filter_map(|entry| {
        let is_one = entry.file_name().to_string_lossy().starts_with("explore-");
        let changed = entry.metadata().and_then(|about| about.modified()).ok()?;
        is_one.then(|| (changed, entry.path()))
    });
    let mut executables: Vec<(_, PathBuf)> = executables.collect();
    executables.sort_unstable_by(|one, other| other.cmp(one));
    for (_, path) in executables.into_iter().skip(KEPT) {
        // If it cannot be removed, it takes some room, and that is all.
        let _ = fs::remove_file(path);
    }
}
