//! The crates that take the place of std and others, as cargo has built them.

use super::Error;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::SystemTime;

/// The packages, and the names by which a program knows the crates that they stand in for.
const PACKAGES: [(&str, &str); 7] = [
    ("interleave-checks", "checks"),
    ("interleave-crossbeam-channel", "crossbeam_channel"),
    ("interleave-crossbeam-utils", "crossbeam_utils"),
    ("interleave-parking-lot", "parking_lot"),
    ("interleave-rand", "rand"),
    ("interleave-sanitizer", SANITIZER),
    ("interleave-std", "std"),
];

/// No stand-in, but what is told of accesses to plain memory.
pub(super) const SANITIZER: &str = "interleave_sanitizer";

/// What the compiler says, with the names by which a program knows the crates.
pub(super) fn by_their_names(said: &str) -> String {
    PACKAGES
        .iter()
        .fold(said.to_owned(), |said, (package, name)| {
            let package = package.replace('-', "_");
            said.replace(&format!("{package}::"), &format!("{name}::"))
        })
}

/// Where the stand-ins are.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct StandIns {
    /// By the name that a program uses.
    pub(super) crates: BTreeMap<String, PathBuf>,
    /// Where their own dependencies are.
    pub(super) dependencies: PathBuf,
    /// The sources of the crate `listings`.
    pub(super) listings: PathBuf,
}

/// Where it is noted where they are.
const NOTE: &str = "stand-ins.json";

/// Whether they were found before.
pub(super) fn are_known(scratch: &Path) -> bool {
    scratch.join(NOTE).exists()
}

/// Finds the stand-ins. Cargo is only asked if their sources have changed since last time, because
/// it needs longer for its answer than most programs for all their schedules.
pub(super) fn find(root: &Path, scratch: &Path) -> Result<StandIns, Error> {
    let note = scratch.join(NOTE);
    if let Some(known) = fs::read(&note)
        .ok()
        .and_then(|text| serde_json::from_slice(&text).ok())
        && is_fresh(root, &note, &known)
    {
        return Ok(known);
    }
    let found = ask_cargo(root)?;
    fs::create_dir_all(scratch).map_err(Error::file(scratch))?;
    let text = serde_json::to_vec(&found).map_err(|error| Error::Answer(error.to_string()))?;
    fs::write(&note, text).map_err(Error::file(&note))?;
    Ok(found)
}

fn is_fresh(root: &Path, note: &Path, known: &StandIns) -> bool {
    let Ok(noted) = fs::metadata(note).and_then(|about| about.modified()) else {
        return false;
    };
    let sources = [
        root.join("explorer"),
        root.join("Cargo.toml"),
        root.join("Cargo.lock"),
        root.join(".cargo/config.toml"),
    ];
    known.crates.len() == PACKAGES.len()
        && known.crates.values().all(|library| library.exists())
        && sources
            .iter()
            .all(|source| newest(source).is_some_and(|newest| newest < noted))
}

/// When a file, or the youngest file in a folder, was changed.
fn newest(path: &Path) -> Option<SystemTime> {
    let about = fs::metadata(path).ok()?;
    let own = about.modified().ok()?;
    if !about.is_dir() {
        return Some(own);
    }
    let entries = fs::read_dir(path).ok()?;
    let inside = entries.filter_map(|entry| newest(&entry.ok()?.path()));
    Some(inside.max().map_or(own, |inside| inside.max(own)))
}

fn ask_cargo(root: &Path) -> Result<StandIns, Error> {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let mut command = Command::new(&cargo);
    command
        .current_dir(root)
        .args(["build", "--quiet", "--message-format=json"]);
    for (package, _) in PACKAGES {
        command.args(["--package", package]);
    }
    let output = command.output().map_err(|error| Error::Start {
        program: Path::new(&cargo).display().to_string(),
        error,
    })?;
    if !output.status.success() {
        return Err(Error::StandIns {
            said: String::from_utf8_lossy(&output.stderr).into_owned(),
        });
    }
    let mut found = StandIns {
        listings: root.join("listings/src"),
        ..StandIns::default()
    };
    for line in String::from_utf8_lossy(&output.stdout).lines() {
        note_artifact(line, &mut found);
    }
    match found.crates.len() == PACKAGES.len() {
        true => Ok(found),
        false => Err(Error::StandIns {
            said: "it did not say where the libraries are".to_owned(),
        }),
    }
}

/// One line of cargo's answer.
fn note_artifact(line: &str, found: &mut StandIns) {
    #[derive(Deserialize)]
    struct Artifact {
        target: Target,
        filenames: Vec<PathBuf>,
    }
    #[derive(Deserialize)]
    struct Target {
        name: String,
    }
    let Ok(artifact) = serde_json::from_str::<Artifact>(line) else {
        return;
    };
    let name = artifact.target.name.replace('_', "-");
    let Some((_, alias)) = PACKAGES.iter().find(|(package, _)| *package == name) else {
        return;
    };
    let library = artifact
        .filenames
        .iter()
        .find(|file| file.extension().is_some_and(|e| e == "rlib"));
    if let Some(library) = library {
        let folder = library.parent().unwrap_or(Path::new("."));
        let nested = folder.join("deps");
        found.dependencies = if nested.is_dir() {
            nested
        } else {
            folder.to_owned()
        };
        found.crates.insert((*alias).to_owned(), library.clone());
    }
}
