//! Verdicts of an earlier run, as long as nothing has changed on which they depend: the answers,
//! what is demanded, the explorer, the compiler, and this program itself.
//!
//! Without this, whoever changes a chapter waits a minute for what he has not touched. What failed
//! is not remembered. `ANEW=1 cargo test` judges everything again.

use crate::Course;
use crate::files::read;
use coach::{Verdict, Version};
use std::fs;
use std::path::{Path, PathBuf};
use workbench::Toolchain;

/// What a verdict depends on besides the answer and what is demanded of it.
const TOOLS: [&str; 7] = [
    "Cargo.lock",
    "Cargo.toml",
    "checks",
    "coach/src",
    "exercises/catalogue.toml",
    "explorer",
    "workbench/src",
];

/// The crate that answers may use, and what it depends on.
const LIBRARY: [&str; 2] = ["listings/Cargo.toml", "listings/src"];

/// The state of everything that all verdicts depend on.
pub struct Tools(String);

impl Tools {
    pub fn of(root: &Path, toolchain: &Toolchain) -> Result<Tools, String> {
        let mut files = Vec::new();
        for path in TOOLS.iter().chain(&LIBRARY) {
            collect(&root.join(path), &mut files)?;
        }
        files.sort();
        let mut state = toolchain.version.clone();
        for file in files {
            let version = Version::of(&read(&file)?);
            state += &format!("\n{} {version}", file.display());
        }
        let this = std::env::current_exe().and_then(fs::metadata);
        let this = this.map_err(|error| format!("failed to look at this program: {error}"))?;
        state += &format!("\n{} {:?}", this.len(), this.modified());
        Ok(Tools(state))
    }
}

/// Texts, and TOML.
fn collect(path: &Path, files: &mut Vec<PathBuf>) -> Result<(), String> {
    let failed = |error| format!("failed to read {}: {error}", path.display());
    if !path.is_dir() {
        let is_text = |extension| extension == "rs" || extension == "toml" || extension == "lock";
        files.extend(
            path.extension()
                .is_some_and(is_text)
                .then(|| path.to_owned()),
        );
        return Ok(());
    }
    for entry in fs::read_dir(path).map_err(failed)? {
        collect(&entry.map_err(failed)?.path(), files)?;
    }
    Ok(())
}

/// Where the verdicts on these texts are kept, in the order of the texts.
pub struct Place(PathBuf);

impl Place {
    pub fn of(course: &Course, name: &str, texts: &[&str]) -> Result<Place, String> {
        let checks = course
            .coach
            .checks(name)
            .map_err(|error| error.to_string())?;
        let all: Vec<&str> = [course.tools.0.as_str(), &checks]
            .into_iter()
            .chain(texts.iter().copied())
            .collect();
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("verdicts");
        Ok(Place(
            folder.join(format!("{name}-{}.json", Version::of_all(&all))),
        ))
    }

    pub fn known(&self) -> Option<Vec<Verdict>> {
        if std::env::var_os("ANEW").is_some() {
            return None;
        }
        serde_json::from_slice(&fs::read(&self.0).ok()?).ok()
    }

    /// Only helps the next run: if it cannot be written, nothing is lost.
    pub fn remember(&self, name: &str, verdicts: &[&Verdict]) {
        let (Some(folder), Ok(json)) = (self.0.parent(), serde_json::to_vec(verdicts)) else {
            return;
        };
        let _ = fs::create_dir_all(folder);
        remove_earlier(folder, name);
        let draft = self.0.with_extension("draft");
        if fs::write(&draft, json).is_ok() {
            let _ = fs::rename(&draft, &self.0);
        }
    }
}

/// The verdicts on earlier texts of the same exercise.
fn remove_earlier(folder: &Path, name: &str) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let file = entry.file_name().to_string_lossy().into_owned();
        if file
            .rsplit_once('-')
            .is_some_and(|(exercise, _)| exercise == name)
        {
            let _ = fs::remove_file(entry.path());
        }
    }
}
