//! From a program's text to a program that explores itself.

use super::how::How;
use super::listings::{library_names, uses_unsafe};
use super::source::Source;
use super::stand_ins::{self, StandIns};
use super::{Error, Plain};
use crate::bundle::PART;
use crate::{Cancel, Job, Limits, tool};
use interleave_request::LibraryNames;
use std::fs::{self, File};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};
use std::process::Command;

/// What the explorer's part of the program calls the program's own `main`: a name as long, so that
/// everything in the text stays at its line and column.
const MAIN: [&str; 3] = ["mayn", "mein", "maen"];

/// A built program.
#[derive(Clone, Debug)]
pub(super) struct Program {
    pub(super) executable: PathBuf,
    /// What it is told on its command line.
    pub(super) arguments: Vec<String>,
    /// Whether what the program uses of the crate `listings` has `unsafe` code.
    pub(super) listings_are_unsafe: bool,
    /// Whether it tells of its accesses to plain memory.
    pub(super) tells_of_memory: bool,
    /// The names in the files of the crate `listings`, if it uses that.
    pub(super) library: Vec<LibraryNames>,
    /// Which part of the executable is the program, if it is a [`Bundle`](crate::bundle::Bundle).
    pub(super) part: Option<usize>,
}

impl Program {
    /// A run of it.
    pub(super) fn job(&self, limits: &Limits) -> Job {
        let mut job = Job::new(&self.executable, limits);
        job.arguments = self.arguments.iter().map(Into::into).collect();
        let part = self.part.map(|part| (PART.into(), part.to_string().into()));
        job.environment.extend(part);
        job
    }
}

/// Builds the program, unless that has been done before.
pub(super) fn build(
    scratch: &Path,
    name: &str,
    text: &str,
    source: &Source,
    how: How<'_>,
    plain: Plain,
) -> Result<Program, Error> {
    let listings_are_unsafe =
        source.uses_listings && uses_unsafe(text, &files_in(&how.stand_ins.listings)?);
    let tells = plain.is_seen(source.is_unsafe || listings_are_unsafe);
    let how = How { tells, ..how };
    let listings = match source.uses_listings {
        true => Some(listings(scratch, how)?),
        false => None,
    };
    let folder = scratch.join("programs").join(folder_name(name));
    let sources = folder.join("src");
    fs::create_dir_all(&sources).map_err(Error::file(&sources))?;
    let lock = folder.join("lock");
    let lock = File::create(&lock).map_err(Error::file(&lock))?;
    lock.lock().map_err(Error::file(&folder))?;

    let main = MAIN
        .iter()
        .find(|main| !text.contains(**main))
        .copied()
        .unwrap_or(MAIN[0]);
    let text = with_explorer(text, source, main);
    let library = listings.as_ref().map(|listings| listings.library.as_path());
    let flags = format!("{:?}", how.rustc(&folder));
    let key = fingerprint(&[text.as_bytes(), flags.as_bytes()], how.stand_ins, library);
    let executable = folder.join(format!("explore-{key:016x}"));
    if !executable.exists() {
        let file = sources.join("main.rs");
        fs::write(&file, &text).map_err(Error::file(&file))?;
        remove_older(&folder);
        let mut rustc = how.rustc(&folder);
        rustc.args([
            "--crate-name",
            "explored",
            "-Cincremental=incremental",
            "src/main.rs",
            "-o",
        ]);
        // The linker writes beside it first: a program that is there is whole.
        let unfinished = folder.join("unfinished");
        rustc.arg(&unfinished);
        if let Some(library) = library {
            rustc
                .arg("--extern")
                .arg(format!("listings={}", library.display()));
        }
        run(rustc, main, how.cancel)?;
        fs::rename(&unfinished, &executable).map_err(Error::file(&executable))?;
    }
    Ok(Program {
        executable,
        arguments: Vec::new(),
        listings_are_unsafe,
        tells_of_memory: tells,
        library: listings.map_or_else(Vec::new, |listings| listings.names()),
        part: None,
    })
}

pub(super) fn folder_name(name: &str) -> String {
    name.chars()
        .map(|letter| {
            if letter.is_alphanumeric() {
                letter
            } else {
                '_'
            }
        })
        .collect()
}

/// Builds a program whose own `main` calls the explorer, and returns the executable.
pub(super) fn build_alone(
    scratch: &Path,
    name: &str,
    text: &str,
    how: How<'_>,
) -> Result<PathBuf, Error> {
    let folder = scratch.join("programs").join(folder_name(name));
    let sources = folder.join("src");
    fs::create_dir_all(&sources).map_err(Error::file(&sources))?;
    let file = sources.join("main.rs");
    fs::write(&file, text).map_err(Error::file(&file))?;
    let mut rustc = how.rustc(&folder);
    rustc.args(["--crate-name", "explored", "src/main.rs", "-o", "alone"]);
    run(rustc, MAIN[0], how.cancel)?;
    Ok(folder.join("alone"))
}

/// The text with its main renamed in place, and the explorer's own main after the last line.
fn with_explorer(text: &str, source: &Source, main: &str) -> String {
    let mut all = text.to_owned();
    all.replace_range(source.main.clone(), main);
    all + &format!(
        "\n#[allow(unused)]\nfn main() {{ ::std::explorer::main(|| {main}(), ::core::file!()) }}\n"
    )
}

/// Runs the compiler, which stops when somebody wants it, or when it takes too long or too much.
pub(super) fn run(mut rustc: Command, main: &str, cancel: &Cancel) -> Result<(), Error> {
    match tool::output(&mut rustc, cancel) {
        Ok(output) if output.succeeded => Ok(()),
        Ok(output) => {
            let said = output.stderr.replace(main, "main");
            Err(Error::Compile {
                said: stand_ins::by_their_names(&said),
            })
        }
        Err(_) if cancel.is_cancelled() => Err(Error::Cancelled),
        Err(error) => Err(error.into()),
    }
}

/// Executables of earlier texts are of no use any more.
fn remove_older(folder: &Path) {
    let Ok(entries) = fs::read_dir(folder) else {
        return;
    };
    for entry in entries.flatten() {
        if entry.file_name().to_string_lossy().starts_with("explore-") {
            // If it cannot be removed, it takes some room, and that is all.
            let _ = fs::remove_file(entry.path());
        }
    }
}

/// Changes whenever something changes that goes into a program.
pub(super) fn fingerprint(texts: &[&[u8]], stand_ins: &StandIns, library: Option<&Path>) -> u64 {
    let mut all = DefaultHasher::new();
    texts.hash(&mut all);
    library.hash(&mut all);
    for (name, library) in &stand_ins.crates {
        name.hash(&mut all);
        library.hash(&mut all);
        let changed = fs::metadata(library)
            .and_then(|about| about.modified())
            .ok();
        changed.hash(&mut all);
    }
    all.finish()
}

/// The crate `listings`, built with the stand-ins.
pub(super) struct Listings {
    pub(super) library: PathBuf,
    /// The folder of its sources.
    folder: PathBuf,
    /// Its files: path and text.
    pub(super) files: Vec<(PathBuf, String)>,
}

impl Listings {
    /// What its types call what they are made of.
    pub(super) fn names(&self) -> Vec<LibraryNames> {
        let files = self.files.iter();
        files
            .map(|(path, text)| library_names(&self.folder, path, text))
            .collect()
    }
}

pub(super) fn listings(scratch: &Path, how: How<'_>) -> Result<Listings, Error> {
    let stand_ins = how.stand_ins;
    let files = files_in(&stand_ins.listings)?;
    let folder = scratch.join("listings");
    fs::create_dir_all(&folder).map_err(Error::file(&folder))?;
    let flags = format!("{:?}", how.rustc(&folder));
    let mut bytes: Vec<&[u8]> = files.iter().map(|(_, text)| text.as_bytes()).collect();
    bytes.push(flags.as_bytes());
    let key = fingerprint(&bytes, stand_ins, None);
    let library = folder.join(format!("liblistings-{key:016x}.rlib"));
    if !library.exists() {
        let unfinished = folder.join("liblistings.rlib");
        let mut rustc = how.rustc(&folder);
        rustc.args([
            "--crate-name",
            "listings",
            "--crate-type=rlib",
            "-Cincremental=incremental",
        ]);
        rustc
            .arg(stand_ins.listings.join("lib.rs"))
            .arg("-o")
            .arg(&unfinished);
        run(rustc, "main", how.cancel)?;
        fs::rename(&unfinished, &library).map_err(Error::file(&library))?;
    }
    Ok(Listings {
        library,
        folder: stand_ins.listings.clone(),
        files,
    })
}

/// All files in a folder and its folders, in the order of their names: path and text.
fn files_in(folder: &Path) -> Result<Vec<(PathBuf, String)>, Error> {
    let entries = fs::read_dir(folder).map_err(Error::file(folder))?;
    let mut paths: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    paths.sort();
    let mut files = Vec::new();
    for path in paths {
        if path.is_dir() {
            files.extend(files_in(&path)?);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            let text = fs::read_to_string(&path).map_err(Error::file(&path))?;
            files.push((path, text));
        }
    }
    Ok(files)
}
