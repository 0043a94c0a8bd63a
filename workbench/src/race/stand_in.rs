//! Builds the stand-in for std, whose sources are part of this program.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::store::{self, Key};
use crate::{Error, Toolchain};

/// To be raised when a change of this file makes earlier results worthless.
const FORMAT: &str = "race-std 1";

/// The library's file name. It must be that of the crate, or the crates that use it do not find it.
const LIBRARY: &str = "librace_std.rlib";

/// What makes the compiler tell ThreadSanitizer of every access, and link its runtime. The
/// standard library was not compiled so, which the compiler would refuse.
pub(super) const SANITIZE: [&str; 3] = [
    "-Zsanitizer=thread",
    "-Cunsafe-allow-abi-mismatch=sanitizer",
    "-Cprefer-dynamic",
];

macro_rules! sources {
    ($($file:literal),* $(,)?) => {
        [$(($file, include_str!(concat!("../../race-std/src/", $file)))),*]
    };
}

const SOURCES: [(&str, &str); 13] = sources![
    "lib.rs",
    "fences.rs",
    "io.rs",
    "tsan.rs",
    "thread.rs",
    "sync/mod.rs",
    "sync/barrier.rs",
    "sync/condvar.rs",
    "sync/lazy.rs",
    "sync/mpsc.rs",
    "sync/mutex.rs",
    "sync/once.rs",
    "sync/rwlock.rs",
];

/// The functions of the runtime that the stand-in puts its own in the place of.
pub(super) fn wrapped() -> impl Iterator<Item = String> {
    const OPERATIONS: [&str; 10] = [
        "load",
        "store",
        "exchange",
        "compare_exchange_val",
        "fetch_add",
        "fetch_sub",
        "fetch_and",
        "fetch_or",
        "fetch_xor",
        "fetch_nand",
    ];
    let atomics = [8, 16, 32, 64].into_iter().flat_map(|bits| {
        OPERATIONS
            .iter()
            .map(move |operation| format!("__tsan_atomic{bits}_{operation}"))
    });
    atomics.chain(["__tsan_atomic_thread_fence".to_owned()])
}

/// All that decides what it is like.
pub(super) fn key(toolchain: &Toolchain) -> Key {
    let key = Key::default().with(FORMAT).with(&toolchain.version);
    SOURCES
        .iter()
        .fold(key, |key, (file, text)| key.with(file).with(text))
}

/// Compiles the stand-in, unless that was done before, and returns where it is.
pub(super) fn build(toolchain: &Toolchain, store: &Path) -> Result<PathBuf, Error> {
    let key = key(toolchain);
    let made = store::get_or_make::<(), _>(store, key, |folder| compile(toolchain, folder))?;
    Ok(made.folder.join(LIBRARY))
}

fn compile(toolchain: &Toolchain, folder: &Path) -> Result<(), Error> {
    for (name, text) in SOURCES {
        let file = folder.join(name);
        let parent = file.parent().expect("it is in a folder");
        fs::create_dir_all(parent).map_err(Error::file("create", parent))?;
        fs::write(&file, text).map_err(Error::file("write", &file))?;
    }
    let compiled = Command::new(&toolchain.rustc)
        .current_dir(folder)
        .args([
            "--crate-name=race_std",
            "--crate-type=rlib",
            "--edition=2024",
        ])
        .args(["--cap-lints=allow", "-Cdebuginfo=line-tables-only"])
        .args(SANITIZE)
        .args(["-o", LIBRARY, "lib.rs"])
        .env("RUSTC_BOOTSTRAP", "1")
        .output()
        .map_err(Error::start(&toolchain.rustc))?;
    if compiled.status.success() {
        return Ok(());
    }
    Err(Error::NotForDetector {
        said: String::from_utf8_lossy(&compiled.stderr).into_owned(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A function that is wrapped but not there is an error of the linker, one that is there but
    /// not wrapped is never called.
    #[test]
    fn the_stand_in_has_exactly_the_functions_that_are_wrapped() {
        let text = SOURCES
            .iter()
            .find(|(file, _)| *file == "fences.rs")
            .unwrap()
            .1;
        let defined = regex::Regex::new(r"__wrap_(__tsan_\w+)").unwrap();
        let mut defined: Vec<&str> = defined
            .captures_iter(text)
            .map(|found| found.get(1).unwrap().as_str())
            .collect();
        let mut wrapped: Vec<String> = wrapped().collect();
        defined.sort_unstable();
        wrapped.sort_unstable();
        assert_eq!(defined, wrapped);
    }
}
