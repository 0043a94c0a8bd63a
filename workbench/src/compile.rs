//! Source text in, executable or refusal out.
//!
//! `rustc` is called directly: cargo would take twice as long for one file. A result is kept
//! under a hash of the compiler, the text and the crates that the text mentions, so the same
//! program is compiled once.

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde::{Deserialize, Serialize};

use crate::store::{self, Key};
use crate::{CompilerSaid, Error, Workbench};

/// To be raised when a change of this file makes earlier results worthless.
const FORMAT: &str = "compile 1";

/// Where the compiler, and so its reader, sees the program.
const SOURCE: &str = "src/main.rs";

/// The name of the executable in its folder.
const PROGRAM: &str = "program";

/// A program that can be run.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Executable {
    /// The file. It may be replaced by an equal one at any time, but not by another.
    pub path: PathBuf,
    /// What the compiler warned of; empty if it had nothing to say.
    pub warnings: String,
}

/// What became of a program.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub enum Compiled {
    /// It can be run.
    Ready(Executable),
    /// The compiler refused it, and said why.
    Refused(CompilerSaid),
}

#[derive(Serialize, Deserialize)]
enum Kept {
    Ready { warnings: String },
    Refused(CompilerSaid),
}

impl Workbench {
    /// Compiles the text of a program as edition 2024, unoptimized, with the crates of
    /// [`Libraries`](crate::Libraries). In messages the file is called `src/main.rs`.
    ///
    /// # Errors
    ///
    /// If the compiler cannot be started or the store cannot be written. A program that does
    /// not compile is no error but [`Compiled::Refused`].
    pub fn compile(&self, source: &str) -> Result<Compiled, Error> {
        let (folder, kept) = store::get_or_make(&self.store, self.key(source), |folder| {
            self.compile_in(folder, source)
        })?;
        Ok(match kept {
            Kept::Refused(said) => Compiled::Refused(said),
            Kept::Ready { warnings } => Compiled::Ready(Executable {
                path: folder.join(program_name()),
                warnings,
            }),
        })
    }

    fn key(&self, source: &str) -> Key {
        let key = Key::default()
            .with(FORMAT)
            .with(&self.toolchain.version)
            .with(source);
        let mentioned = self.libraries.mentioned_in(source);
        mentioned.fold(key, |key, (name, rlib)| key.with(name).with_file(rlib))
    }

    fn compile_in(&self, folder: &Path, source: &str) -> Result<Kept, Error> {
        let file = folder.join(SOURCE);
        let parent = file.parent().expect("the file is in `src`");
        fs::create_dir_all(parent).map_err(Error::file("create", parent))?;
        fs::write(&file, source).map_err(Error::file("write", &file))?;

        let mut rustc = self.rustc(folder);
        let (ready, mut stderr) = output(&mut rustc)?;
        if !ready && self.quotes_the_standard_library(&stderr) {
            // With the component `rust-src` the compiler quotes the standard library where
            // otherwise it names the line alone. Everybody is to see the same text.
            let mut without = self.rustc(folder);
            without
                .arg("-Ztranslate-remapped-path-to-local-path=no")
                .env("RUSTC_BOOTSTRAP", "1");
            stderr = output(&mut without)?.1;
        }
        let said = CompilerSaid::parse(&stderr);
        Ok(if ready {
            Kept::Ready {
                warnings: said.text,
            }
        } else {
            Kept::Refused(said)
        })
    }

    fn rustc(&self, folder: &Path) -> Command {
        let mut rustc = Command::new(&self.toolchain.rustc);
        rustc
            .current_dir(folder)
            .env_remove("RUSTC_BOOTSTRAP")
            .env_remove("RUSTFLAGS")
            .args(["--crate-name=main", "--crate-type=bin", "--edition=2024"])
            .args(["--error-format=json", "--diagnostic-width=100"])
            // A panic names the program's own line without it, and it doubles the time.
            .arg("-Cdebuginfo=0")
            .arg("-o")
            .arg(program_name())
            .args(self.link_args());
        for folder in &self.libraries.search {
            rustc.arg("-L").arg(joined("dependency=", folder));
        }
        for (name, rlib) in &self.libraries.externs {
            rustc.arg("--extern").arg(joined(&format!("{name}="), rlib));
        }
        rustc.arg(SOURCE);
        rustc
    }

    /// Linking with the shared standard library saves half of the linker's time and nearly the
    /// whole size of the executable. It must find that library again when it runs.
    fn link_args(&self) -> Vec<OsString> {
        if cfg!(not(unix)) {
            return Vec::new();
        }
        let library = self.toolchain.sysroot.join("lib");
        vec![
            "-Cprefer-dynamic".into(),
            joined("-Clink-arg=-Wl,-rpath,", &library),
        ]
    }

    fn quotes_the_standard_library(&self, stderr: &str) -> bool {
        let sources = self.toolchain.sysroot.join("lib/rustlib/src");
        sources.to_str().is_some_and(|path| stderr.contains(path))
    }
}

fn program_name() -> String {
    format!("{PROGRAM}{}", std::env::consts::EXE_SUFFIX)
}

fn joined(prefix: &str, path: &Path) -> OsString {
    let mut argument = OsString::from(prefix);
    argument.push(path);
    argument
}

/// Whether the compiler succeeded, and its messages.
fn output(rustc: &mut Command) -> Result<(bool, String), Error> {
    let tool = PathBuf::from(rustc.get_program());
    let output = rustc.output().map_err(Error::start(&tool))?;
    let stderr = String::from_utf8_lossy(&output.stderr).into_owned();
    Ok((output.status.success(), stderr))
}
