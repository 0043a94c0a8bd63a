//! The workbench as its users see it.

mod attacks;
mod compiling;
mod events;
mod go;
mod interrupting;
mod racing;
mod remembering;
mod running;

use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use workbench::{Compiled, Executable, Workbench};

static ROOT: LazyLock<PathBuf> = LazyLock::new(|| {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("..")
        .canonicalize()
        .expect("it is there")
});

/// One for all tests: to find the libraries takes a moment, and what one test compiled another
/// one need not.
static BENCH: LazyLock<Workbench> = LazyLock::new(|| {
    let store = Path::new(env!("CARGO_TARGET_TMPDIR")).join("programs");
    Workbench::open(&ROOT, &store).unwrap()
});

fn compile(source: &str) -> Executable {
    match BENCH.compile(source).unwrap() {
        Compiled::Ready(executable) => executable,
        Compiled::Refused(said) => panic!("does not compile:\n{}", said.text),
    }
}
