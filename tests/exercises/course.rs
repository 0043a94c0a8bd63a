//! A course with two small exercises.

use crate::support::serving::course;
use std::fs;
use std::path::Path;
use std::process::{Command, Output};
use tempfile::TempDir;

pub const STUB: &str =
    "//! Two clerks count to two.\n\npub fn count() -> u32 {\n    // TODO\n    0\n}\n";
pub const RIGHT: &str = "pub fn count() -> u32 {\n    2\n}\n";

const CHECKS: &str = "mod exercise;\n\nuse checks::{assert, every};\n\nfn main() {\n    \
    checks::main(&[every(\"the count is two\", check)]);\n}\n\nfn check() {\n    \
    let count = exercise::count();\n    assert!(count == 2, \"the count is {count}\");\n}\n";

/// The folder goes away with this value. The crates are those of the real course.
pub struct Course(TempDir);

impl Course {
    pub fn new() -> Course {
        let course = Course(tempfile::tempdir().unwrap());
        course.write("book.toml", "[book]\ntitle = \"Small\"\n");
        let mut catalogue = "[[chapter]]\nname = \"small\"\ntitle = \"Small\"\n".to_owned();
        for name in ["small_one", "small_two"] {
            catalogue += &format!(
                "\n[[chapter.exercise]]\nname = \"{name}\"\ntitle = \"Count to two\"\n\
                 level = \"warm-up\"\npage = \"small.md\"\n"
            );
            course.write(&format!("exercises/{name}/exercise.rs"), STUB);
            course.write(&format!("exercises/{name}/checks.rs"), CHECKS);
            course.write(
                &format!("exercises/{name}/hints.md"),
                "## One\n\nA nudge.\n\n## Two\n\nNearly there.\n",
            );
            course.write(&format!("tests/answers/{name}/stub.rs"), STUB);
            course.write(&format!("tests/answers/{name}/solution.rs"), RIGHT);
        }
        course.write("exercises/catalogue.toml", &catalogue);
        course
    }

    pub fn root(&self) -> &Path {
        self.0.path()
    }

    pub fn write(&self, file: &str, text: &str) {
        let file = self.root().join(file);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, text).unwrap();
    }

    pub fn answer(&self, name: &str, text: &str) {
        self.write(&format!("exercises/{name}/exercise.rs"), text);
    }

    /// The command, in this course.
    pub fn command(&self, arguments: &[&str]) -> Command {
        let mut command = course();
        command.args(arguments).arg("--root").arg(self.root());
        command
    }

    /// What the command says, with no standard input.
    pub fn run(&self, arguments: &[&str]) -> Said {
        let mut command = self.command(arguments);
        Said::of(command.stdin(std::process::Stdio::null()).output().unwrap())
    }
}

/// What a command said, and how it ended.
pub struct Said {
    pub stdout: String,
    pub stderr: String,
    pub status: Option<i32>,
}

impl Said {
    pub fn of(output: Output) -> Said {
        Said {
            stdout: String::from_utf8(output.stdout).unwrap(),
            stderr: String::from_utf8(output.stderr).unwrap(),
            status: output.status.code(),
        }
    }
}
