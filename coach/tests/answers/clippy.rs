//! What clippy says of the solutions: all of them are modules of one crate, so that it starts once.

use crate::Course;
use crate::files::read;
use std::fs;
use std::path::Path;
use std::process::Command;
use std::sync::OnceLock;
use workbench::Workbench;

/// What it says, a paragraph for each complaint.
#[derive(Default)]
pub struct Complaints(OnceLock<Result<Vec<String>, String>>);

impl Complaints {
    /// Whether it has nothing to say about the solution of this exercise.
    pub fn about(&self, course: &Course, name: &str) -> Result<(), String> {
        let all = self.0.get_or_init(|| look_at_all(course));
        let place = format!("--> {name}.rs:");
        let all = all.as_ref().map_err(Clone::clone)?.iter();
        let own: Vec<&str> = all
            .filter(|complaint| complaint.contains(&place))
            .map(String::as_str)
            .collect();
        match own.is_empty() {
            true => Ok(()),
            false => Err(own.join("\n\n")),
        }
    }
}

fn look_at_all(course: &Course) -> Result<Vec<String>, String> {
    let folder = tempfile::tempdir().map_err(|error| error.to_string())?;
    let mut root = String::new();
    for name in course.names() {
        let solution = read(&course.answers(&name).join("solution.rs"))?;
        write(&folder.path().join(format!("{name}.rs")), &solution)?;
        root += &format!("pub mod {name};\n");
    }
    write(&folder.path().join("solutions.rs"), &root)?;
    let bench = Workbench::open(&course.root, folder.path()).map_err(|error| error.to_string())?;
    let output = clippy(&bench, folder.path())
        .output()
        .map_err(|error| format!("failed to start clippy: {error}"))?;
    let said = String::from_utf8_lossy(&output.stderr);
    let complaints: Vec<String> = said.split("\n\n").map(str::to_owned).collect();
    let is_about_one = complaints
        .iter()
        .any(|complaint| complaint.contains(".rs:"));
    match output.status.success() || is_about_one {
        true => Ok(complaints),
        false => Err(said.into_owned()),
    }
}

fn write(file: &Path, text: &str) -> Result<(), String> {
    fs::write(file, text).map_err(|error| format!("failed to write {}: {error}", file.display()))
}

fn clippy(bench: &Workbench, folder: &Path) -> Command {
    let mut clippy = Command::new(bench.toolchain.sysroot.join("bin/clippy-driver"));
    clippy.current_dir(folder).args([
        "--crate-name=solutions",
        "--crate-type=lib",
        "--edition=2024",
        "--emit=metadata",
        "-Dwarnings",
        "-Dclippy::all",
        "--color=never",
        "solutions.rs",
    ]);
    for folder in &bench.libraries.search {
        clippy
            .arg("-L")
            .arg(format!("dependency={}", folder.display()));
    }
    for (name, library) in &bench.libraries.externs {
        clippy
            .arg("--extern")
            .arg(format!("{name}={}", library.display()));
    }
    clippy
}
