//! What finds the races: ThreadSanitizer, in one of two ways.

use std::ffi::OsString;
use std::fs;
use std::path::Path;
use std::process::Command;

use serde::{Deserialize, Serialize};

use super::stand_in;
use crate::compile::joined;
use crate::{Error, Libraries, Toolchain};

/// Which way is taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Engine {
    /// rustup has a standard library that was compiled for ThreadSanitizer (from Rust 1.96 on:
    /// `rustup target add x86_64-unknown-linux-gnutsan`).
    InstrumentedStd,
    /// The standard library is the usual one, and a stand-in tells ThreadSanitizer what it does.
    StandInStd,
}

impl Engine {
    /// The best one for this compiler, if there is any.
    #[must_use]
    pub fn find(toolchain: &Toolchain) -> Option<Self> {
        let instrumented = toolchain
            .sysroot
            .join("lib/rustlib")
            .join(target(toolchain));
        if instrumented.join("lib").is_dir() {
            return Some(Self::InstrumentedStd);
        }
        let is_supported =
            ["x86_64-unknown-linux-gnu", "aarch64-unknown-linux-gnu"].contains(&toolchain.host());
        (is_supported && has_runtime(&toolchain.libraries)).then_some(Self::StandInStd)
    }

    /// What it is called.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::InstrumentedStd => "ThreadSanitizer with an instrumented std",
            Self::StandInStd => "ThreadSanitizer with a stand-in for std",
        }
    }

    /// Arguments of the compiler, for the program and for the crates it uses.
    pub(super) fn arguments(self, toolchain: &Toolchain, std: Option<&Path>) -> Vec<OsString> {
        let mut arguments = match self {
            Self::InstrumentedStd => vec![joined("--target=", Path::new(&target(toolchain)))],
            Self::StandInStd => stand_in::SANITIZE.map(OsString::from).to_vec(),
        };
        if let Some(std) = std {
            let folder = std.parent().expect("it is in a folder");
            arguments.push(joined("-Ldependency=", folder));
            arguments.push("--extern".into());
            arguments.push(joined("std=", std));
        }
        // A report names lines.
        arguments.push("-Cdebuginfo=line-tables-only".into());
        arguments
    }

    /// Builds the crates that a program may use.
    pub(super) fn libraries(
        self,
        root: &Path,
        toolchain: &Toolchain,
        std: Option<&Path>,
        folder: &Path,
    ) -> Result<Libraries, Error> {
        let all = self.arguments(toolchain, std).into_iter();
        // cargo is told the target in its own way. With one it leaves build scripts and macros,
        // which are no part of the program, as they are.
        let flags: Vec<OsString> = all
            .filter(|argument| !argument.as_encoded_bytes().starts_with(b"--target"))
            .collect();
        let target = match self {
            Self::InstrumentedStd => target(toolchain),
            Self::StandInStd => toolchain.host().to_owned(),
        };
        Libraries::build_in_another_way(root, |cargo: &mut Command| {
            cargo
                .arg("--target")
                .arg(target)
                .arg("--target-dir")
                .arg(folder)
                .env(
                    "CARGO_ENCODED_RUSTFLAGS",
                    flags.join(&OsString::from("\x1f")),
                )
                .env("RUSTC_BOOTSTRAP", "1")
        })
    }

    /// Arguments for the program alone.
    pub(super) fn program_arguments(self) -> Vec<OsString> {
        match self {
            Self::InstrumentedStd => Vec::new(),
            Self::StandInStd => stand_in::wrapped()
                .map(|function| format!("-Clink-arg=-Wl,--wrap={function}").into())
                .collect(),
        }
    }

    /// What the runtime is told in `TSAN_OPTIONS`.
    pub(super) fn options(self) -> String {
        let mut options = vec![
            // Into a file in the working directory: stderr is the program's.
            "log_path=tsan",
            "exitcode=66",
            // The places are found by the workbench, which needs no llvm-symbolizer.
            "symbolize=0",
            "print_module_map=2",
            // Other faults than races: Go's detector does not report them either.
            "report_thread_leaks=0",
            "report_mutex_bugs=0",
            "report_signal_unsafe=0",
            "detect_deadlocks=0",
            // How long threads that nobody waits for may still run, so that they are seen at all.
            "atexit_sleep_ms=100",
        ];
        if self == Self::StandInStd {
            // The parts of std that are not compiled with the program know nothing of all this.
            options.push("ignore_noninstrumented_modules=1");
        }
        options.join(":")
    }
}

/// The target with the instrumented standard library.
fn target(toolchain: &Toolchain) -> String {
    format!("{}tsan", toolchain.host())
}

fn has_runtime(libraries: &Path) -> bool {
    let files = fs::read_dir(libraries).into_iter().flatten().flatten();
    files
        .map(|file| file.file_name().to_string_lossy().into_owned())
        .any(|name| name.starts_with("librustc") && name.contains("_rt.tsan."))
}
