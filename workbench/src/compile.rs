//! Source text in, executable or refusal out.
//!
//! `rustc` is called directly: cargo would take twice as long for one file. A result is kept
//! under a hash of the compiler, the text and the crates that the text mentions, so the same
//! program is compiled once.

use std::ffi::OsString;
use std::fs::{self, File};
use std::path::{Component, Path, PathBuf};
use std::process::Command;

use serde::{Deserialize, Serialize};

use crate::store::{self, Key};
use crate::tool::{self, Output};
use crate::{Cancel, CompilerSaid, Error, Finished, Job, Libraries, Limits, Workbench};

/// To be raised when a change of this file makes earlier results worthless.
const FORMAT: &str = "compile 4";

/// What a program is called that is not in a file of the reader's.
pub const MAIN: &str = "src/main.rs";

/// The name of the executable in its folder.
const PROGRAM: &str = "program";

/// A program that can be run.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Executable {
    /// The file. It may be replaced by an equal one at any time, but not by another.
    pub path: PathBuf,
    /// What the compiler warned of; empty if it had nothing to say.
    pub warnings: String,
    /// The folder with the shared libraries that it needs.
    pub libraries: PathBuf,
    /// Whether it had been compiled before.
    pub was_cached: bool,
}

impl Executable {
    /// A confined run of it, in an empty folder, without input.
    #[must_use]
    pub fn job(&self, limits: &Limits) -> Job {
        let mut job = Job::new(&self.path, limits);
        job.readable.push(self.libraries.clone());
        job
    }

    /// Runs it so, and waits for its end.
    ///
    /// # Errors
    ///
    /// If it cannot be started. However it ends, that is a result.
    pub fn run(&self, limits: &Limits) -> Result<Finished, Error> {
        self.job(limits).finish()
    }
}

/// What became of a program.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub enum Compiled {
    /// It can be run.
    Ready(Executable),
    /// The compiler refused it, and said why.
    Refused(CompilerSaid),
}

/// A folder to compile in, nobody else's as long as it is there.
struct Desk {
    folder: PathBuf,
    _lock: Option<File>,
}

#[derive(Serialize, Deserialize)]
enum Kept {
    Ready { warnings: String },
    Refused(CompilerSaid),
}

/// What is different from one way of compiling to another.
pub(crate) struct How<'a> {
    /// Raised when a change of the code that runs such programs makes earlier results worthless.
    pub format: &'static str,
    /// The crates that a program may use.
    pub libraries: &'a Libraries,
    /// Further arguments.
    pub arguments: Vec<OsString>,
    /// Whether the arguments are still unstable, so that a stable compiler must be persuaded.
    pub unstable: bool,
    /// What the reader calls the program's file: a relative path.
    pub file: &'a str,
    /// Further files of the program, which are modules of it: relative path and text.
    pub beside: &'a [(&'a str, &'a str)],
    /// What program this is a version of, if it is one. Then the compiler remembers what it made
    /// of the last version, and looks at the changes alone.
    pub version_of: Option<&'a str>,
    /// Stops the compiler.
    pub cancel: &'a Cancel,
}

impl Workbench {
    /// Compiles the text of a program as edition 2024, unoptimized, with the crates of
    /// [`Libraries`]. In messages the file is called [`MAIN`].
    ///
    /// # Errors
    ///
    /// If the compiler cannot be started or the store cannot be written. A program that does
    /// not compile is no error but [`Compiled::Refused`].
    pub fn compile(&self, source: &str) -> Result<Compiled, Error> {
        let cancel = Cancel::default();
        self.compile_in_this_way(&self.plainly(MAIN, &cancel), source)
    }

    /// The same for a program that stands in a file, and is edited again and again: messages name
    /// the file, and the compiler takes up what has not changed since the last time. Of a path
    /// that is not below the working directory the last part alone is used.
    ///
    /// # Errors
    ///
    /// As for [`Self::compile`].
    pub fn compile_file(&self, file: &Path, source: &str) -> Result<Compiled, Error> {
        let file = shown_name(file);
        let cancel = Cancel::default();
        let how = How {
            version_of: Some(&file),
            ..self.plainly(&file, &cancel)
        };
        self.compile_in_this_way(&how, source)
    }

    /// The same for a program that stands in no file, such as one in a page. It is a version `of`
    /// a program, whatever that is called; messages name [`MAIN`].
    ///
    /// # Errors
    ///
    /// As for [`Self::compile`], and if it was `cancel`led.
    pub fn compile_version(
        &self,
        of: &str,
        source: &str,
        cancel: &Cancel,
    ) -> Result<Compiled, Error> {
        let how = How {
            version_of: Some(of),
            ..self.plainly(MAIN, cancel)
        };
        self.compile_in_this_way(&how, source)
    }

    /// The same for a program of several files: `beside` are further ones, by path and text. All
    /// paths are relative, and are those that messages name.
    ///
    /// # Errors
    ///
    /// As for [`Self::compile`], and if it was `cancel`led.
    pub fn compile_files(
        &self,
        file: &str,
        source: &str,
        beside: &[(&str, &str)],
        cancel: &Cancel,
    ) -> Result<Compiled, Error> {
        let how = How {
            beside,
            version_of: Some(file),
            ..self.plainly(file, cancel)
        };
        self.compile_in_this_way(&how, source)
    }

    fn plainly<'a>(&'a self, file: &'a str, cancel: &'a Cancel) -> How<'a> {
        How {
            format: FORMAT,
            libraries: &self.libraries,
            // A panic names the program's own line without it, and it doubles the time.
            arguments: vec!["-Cdebuginfo=0".into()],
            unstable: false,
            file,
            beside: &[],
            version_of: None,
            cancel,
        }
    }

    pub(crate) fn compile_in_this_way(&self, how: &How, source: &str) -> Result<Compiled, Error> {
        let made = store::get_or_make(&self.store, self.key(how, source), |folder| {
            self.compile_in(folder, how, source)
        })?;
        Ok(match made.result {
            Kept::Refused(said) => Compiled::Refused(said),
            Kept::Ready { warnings } => Compiled::Ready(Executable {
                path: made.folder.join(program_name()),
                warnings,
                libraries: self.toolchain.libraries.clone(),
                was_cached: !made.is_new,
            }),
        })
    }

    fn key(&self, how: &How, source: &str) -> Key {
        let key = Key::default()
            .with(how.format)
            .with(how.file)
            .with(&self.toolchain.version)
            .with(source);
        let beside = how.beside.iter();
        let key = beside.fold(key, |key, (path, text)| key.with(path).with(text));
        let texts = [source]
            .into_iter()
            .chain(how.beside.iter().map(|(_, text)| *text));
        let mentioned = texts.flat_map(|text| how.libraries.mentioned_in(text));
        let key = mentioned.fold(key, |key, (name, rlib)| key.with(name).with_file(rlib));
        let arguments = how.arguments.iter();
        arguments.fold(key, |key, argument| key.with(argument.as_encoded_bytes()))
    }

    fn compile_in(&self, folder: &Path, how: &How, source: &str) -> Result<Kept, Error> {
        let desk = self.desk(folder, how)?;
        for (path, text) in [(how.file, source)].iter().chain(how.beside) {
            let file = desk.folder.join(path);
            let parent = file.parent().expect("it is in the folder");
            fs::create_dir_all(parent).map_err(Error::file("create", parent))?;
            fs::write(&file, text).map_err(Error::file("write", &file))?;
        }

        let mut rustc = self.rustc(&desk.folder, how);
        let Output {
            succeeded: ready,
            mut stderr,
            ..
        } = tool::output(&mut rustc, how.cancel)?;
        if !ready && self.quotes_the_standard_library(&stderr) {
            // With the component `rust-src` the compiler quotes the standard library where
            // otherwise it names the line alone. Everybody is to see the same text.
            let mut without = self.rustc(&desk.folder, how);
            without
                .arg("-Ztranslate-remapped-path-to-local-path=no")
                .env("RUSTC_BOOTSTRAP", "1");
            stderr = tool::output(&mut without, how.cancel)?.stderr;
        }
        if ready && how.version_of.is_some() {
            // To another name the compiler would write everything anew.
            let (from, to) = (
                desk.folder.join(program_name()),
                folder.join(program_name()),
            );
            fs::rename(&from, to).map_err(Error::file("move", &from))?;
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

    fn rustc(&self, desk: &Path, how: &How) -> Command {
        let mut rustc = Command::new(&self.toolchain.rustc);
        rustc
            .current_dir(desk)
            .env_remove("RUSTC_BOOTSTRAP")
            .env_remove("RUSTFLAGS")
            .args(["--crate-name=main", "--crate-type=bin", "--edition=2024"])
            .args(["--error-format=json", "--diagnostic-width=100"])
            .arg("-o")
            .arg(program_name())
            .args(self.link_args())
            .args(&how.arguments);
        if how.unstable {
            rustc.env("RUSTC_BOOTSTRAP", "1");
        }
        if how.version_of.is_some() {
            rustc.arg("-Cincremental=remembered");
        }
        for folder in &how.libraries.search {
            rustc.arg("-L").arg(joined("dependency=", folder));
        }
        for (name, rlib) in &how.libraries.externs {
            rustc.arg("--extern").arg(joined(&format!("{name}="), rlib));
        }
        rustc.arg(how.file);
        rustc
    }

    /// Where the compiler sits. What it remembers of the last version is worth something in the
    /// same folder alone, so a remembered file has a folder of its own, for one at a time.
    fn desk(&self, folder: &Path, how: &How) -> Result<Desk, Error> {
        let Some(of) = how.version_of else {
            let folder = folder.to_owned();
            return Ok(Desk {
                folder,
                _lock: None,
            });
        };
        let key = Key::default().with(how.format).with(how.file).with(of);
        let folder = self.store.join("versions").join(key.finish());
        fs::create_dir_all(&folder).map_err(Error::file("create", &folder))?;
        let file = folder.join("lock");
        let lock = File::create(&file).map_err(Error::file("create", &file))?;
        lock.lock().map_err(Error::file("lock", &file))?;
        let _lock = Some(lock);
        Ok(Desk { folder, _lock })
    }

    /// Linking with the shared standard library saves half of the linker's time and nearly the
    /// whole size of the executable. It must find that library again when it runs.
    fn link_args(&self) -> Vec<OsString> {
        if cfg!(not(unix)) {
            return Vec::new();
        }
        vec![
            "-Cprefer-dynamic".into(),
            joined("-Clink-arg=-Wl,-rpath,", &self.toolchain.libraries),
        ]
    }

    fn quotes_the_standard_library(&self, stderr: &str) -> bool {
        let sources = self.toolchain.sysroot.join("lib/rustlib/src");
        sources.to_str().is_some_and(|path| stderr.contains(path))
    }
}

/// A path that is the same whatever folder it is in.
pub(crate) fn shown_name(file: &Path) -> String {
    let is_below = file
        .components()
        .all(|part| matches!(part, Component::Normal(_)));
    let shown = if is_below {
        Some(file.as_os_str())
    } else {
        file.file_name()
    };
    shown.map_or_else(
        || MAIN.to_owned(),
        |name| name.to_string_lossy().into_owned(),
    )
}

fn program_name() -> String {
    format!("{PROGRAM}{}", std::env::consts::EXE_SUFFIX)
}

pub(crate) fn joined(prefix: &str, path: &Path) -> OsString {
    let mut argument = OsString::from(prefix);
    argument.push(path);
    argument
}
