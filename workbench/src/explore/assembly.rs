//! A program of two files: somebody's work, and what puts it to the test.

use super::build::{self, Program};
use super::how::How;
use super::listings::uses_unsafe;
use super::source::{self, Source};
use super::{Error, Explored, Explorer, Progress, Question, child};
use crate::bundle::{self, Bundle};
use crate::{Cancel, Ending, Limits, Toolchain};
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

/// How many bytes a search may take: it is small.
const MEMORY: u64 = 1 << 30;

/// How many bytes of executables of earlier texts are kept: about eight of an exercise's.
const KEPT: u64 = 24 << 20;

/// How long an executable is safe after somebody has asked for it: it is about to be run.
const SAFE: Duration = Duration::from_secs(60);

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
        let source = read(assembly)?;
        let files = Files {
            name: assembly.name,
            root: assembly.root,
            beside: &[assembly.subject],
            uses_listings: source.uses_listings,
            is_edited: true,
        };
        let built = self.build(&files, cancel)?;
        Ok(built.assembled(assembly, source, None, cancel))
    }

    /// Builds many programs as one, which takes less time. `number` is an expression that says
    /// which is wanted: see [`Bundle`]. Those that do not compile, or cannot be explored, are
    /// nothing: built alone, they say why.
    ///
    /// # Errors
    ///
    /// As for [`Explorer::assemble`].
    pub fn assemble_all(
        &self,
        name: &str,
        assemblies: &[Assembly<'_>],
        number: &str,
        cancel: &Cancel,
    ) -> Result<Vec<Option<Assembled>>, Error> {
        let mut parts: Vec<(usize, Source)> = Vec::new();
        for (place, assembly) in assemblies.iter().enumerate() {
            parts.extend(read(assembly).ok().map(|source| (place, source)));
        }
        let mut all: Vec<Option<Assembled>> = assemblies.iter().map(|_| None).collect();
        while !parts.is_empty() {
            let texts = |(place, _): &(usize, Source)| {
                let assembly = &assemblies[*place];
                vec![assembly.root, assembly.subject]
            };
            let texts: Vec<Vec<(&str, &str)>> = parts.iter().map(texts).collect();
            let bundle = Bundle::of(&texts, number);
            let files = Files {
                name,
                root: ("parts.rs", &bundle.root),
                beside: &bundle.beside(),
                uses_listings: parts.iter().any(|(_, source)| source.uses_listings),
                is_edited: false,
            };
            match self.build(&files, cancel) {
                Ok(built) => {
                    for (part, (place, source)) in parts.into_iter().enumerate() {
                        let assembly = &assemblies[place];
                        let assembled = built.assembled(assembly, source, Some(part), cancel);
                        all[place] = Some(assembled);
                    }
                    break;
                }
                Err(Error::Compile { said }) => bundle::leave_out(&said, &mut parts),
                Err(error) => return Err(error),
            }
        }
        Ok(all)
    }

    /// Builds a program of these files, unless that has been done before.
    fn build(&self, files: &Files<'_>, cancel: &Cancel) -> Result<Built, Error> {
        let stand_ins = self.stand_ins()?;
        let toolchain = Toolchain::remembered(&self.root, &self.scratch)?;
        let how = How {
            toolchain: &toolchain,
            stand_ins: &stand_ins,
            tells: false,
            cancel,
        };
        let listings = match files.uses_listings {
            true => Some(build::listings(&self.scratch, how)?),
            false => None,
        };
        let library = listings.as_ref().map(|listings| listings.library.as_path());
        Ok(Built {
            executable: executable(&self.scratch, files, how, library)?,
            libraries: toolchain.libraries,
            listings,
        })
    }
}

/// What the explorer must know of the texts.
fn read(assembly: &Assembly<'_>) -> Result<Source, Error> {
    let root = source::read_part(assembly.root.1)?;
    let mut source = source::read_part(assembly.subject.1)?;
    source.is_unsafe |= root.is_unsafe;
    source.uses_listings |= root.uses_listings;
    Ok(source)
}

/// The files of a program.
struct Files<'a> {
    name: &'a str,
    root: (&'a str, &'a str),
    beside: &'a [(&'a str, &'a str)],
    uses_listings: bool,
    /// Whether it will be built again soon, with little changed.
    is_edited: bool,
}

impl Files<'_> {
    fn all(&self) -> impl Iterator<Item = &(&str, &str)> {
        [&self.root].into_iter().chain(self.beside)
    }
}

/// A program of one or of many parts.
struct Built {
    executable: PathBuf,
    libraries: PathBuf,
    listings: Option<build::Listings>,
}

impl Built {
    fn assembled(
        &self,
        assembly: &Assembly<'_>,
        source: Source,
        part: Option<usize>,
        cancel: &Cancel,
    ) -> Assembled {
        let texts = [assembly.root.1, assembly.subject.1];
        let is_unsafe = |listings: &build::Listings| {
            texts.iter().any(|text| uses_unsafe(text, &listings.files))
        };
        let library = self.listings.as_ref().filter(|_| source.uses_listings);
        let program = Program {
            executable: self.executable.clone(),
            arguments: Vec::new(),
            tells_of_memory: false,
            listings_are_unsafe: source.uses_listings
                && self.listings.as_ref().is_some_and(is_unsafe),
            library: library.map_or_else(Vec::new, build::Listings::names),
            part,
        };
        let file = match part {
            Some(part) => bundle::path_in(part, assembly.subject.0),
            None => assembly.subject.0.to_owned(),
        };
        Assembled {
            program,
            source,
            file,
            libraries: self.libraries.clone(),
            cancel: cancel.clone(),
        }
    }
}

impl Assembled {
    /// What the program says when it is called with one argument and is not explored.
    ///
    /// # Errors
    ///
    /// If it cannot be started, or fails.
    pub fn ask(&self, argument: &str) -> Result<String, Error> {
        let mut job = self.program.job(&Limits::default());
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

    /// Explores what the program does if its arguments are `explore`, these two, and the path of
    /// the file that is put to the test.
    ///
    /// # Errors
    ///
    /// If exploring it breaks down.
    pub fn explore(
        &self,
        arguments: [&str; 2],
        question: &Question,
        progress: impl FnMut(Progress),
    ) -> Result<Explored, Error> {
        let arguments = ["explore", arguments[0], arguments[1], &self.file];
        let program = Program {
            arguments: arguments.map(str::to_owned).to_vec(),
            ..self.program.clone()
        };
        let request = child::request(&program, &self.source, question);
        let json = child::run(
            &program,
            &self.libraries,
            &request,
            MEMORY,
            progress,
            &self.cancel,
        )?;
        let graph =
            serde_json::from_str(&json).map_err(|error| Error::Answer(error.to_string()))?;
        Ok(Explored { json, graph })
    }
}

fn executable(
    scratch: &Path,
    files: &Files<'_>,
    how: How<'_>,
    listings: Option<&Path>,
) -> Result<PathBuf, Error> {
    let folder = scratch.join("assemblies").join(files.name);
    fs::create_dir_all(&folder).map_err(Error::file(&folder))?;
    let lock = folder.join("lock");
    let lock = File::create(&lock).map_err(Error::file(&lock))?;
    lock.lock().map_err(Error::file(&folder))?;

    let flags = format!("{:?}", how.rustc(&folder));
    let mut parts = vec![flags.as_bytes()];
    parts.extend(
        files
            .all()
            .flat_map(|(path, text)| [path.as_bytes(), text.as_bytes()]),
    );
    let key = build::fingerprint(&parts, how.stand_ins, listings);
    let executable = folder.join(format!("explore-{key:016x}"));
    if let Ok(known) = File::open(&executable) {
        // If its time cannot be set, it is as old as it looks, and may be removed a little early.
        let _ = known.set_modified(SystemTime::now());
        return Ok(executable);
    }
    for (path, text) in files.all() {
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
        .arg("--crate-name=explored")
        .arg(files.root.0)
        .arg("-o")
        .arg(&unfinished);
    if files.is_edited {
        rustc.arg("-Cincremental=incremental");
    }
    if let Some(library) = listings {
        rustc
            .arg("--extern")
            .arg(format!("listings={}", library.display()));
    }
    build::run(rustc, "main", how.cancel)?;
    fs::rename(&unfinished, &executable).map_err(Error::file(&executable))?;
    Ok(executable)
}

/// Keeps the executables of a few earlier texts: one goes back to them, and tests come again.
fn remove_older(folder: &Path) {
    let Ok(entries) = fs::read_dir(folder) else {
        return;
    };
    let executables = entries.flatten().filter_map(|entry| {
        let is_one = entry.file_name().to_string_lossy().starts_with("explore-");
        let about = entry.metadata().ok()?;
        let changed = about.modified().ok()?;
        is_one.then(|| (changed, about.len(), entry.path()))
    });
    let mut executables: Vec<(SystemTime, u64, PathBuf)> = executables.collect();
    executables.sort_unstable_by(|one, other| other.cmp(one));
    let mut kept = 0;
    for (changed, bytes, path) in executables {
        kept += bytes;
        if kept > KEPT && changed.elapsed().is_ok_and(|age| age > SAFE) {
            // If it cannot be removed, it takes some room, and that is all.
            let _ = fs::remove_file(path);
        }
    }
}
