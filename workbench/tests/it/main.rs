//! The workbench as its users see it.

mod compiling;
mod go;
mod running;

use std::path::Path;
use std::sync::LazyLock;

use workbench::{Compiled, Executable, Workbench};

/// One for all tests: to find the libraries takes a moment, and what one test compiled another
/// one need not.
static BENCH: LazyLock<Workbench> = LazyLock::new(|| {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"))
        .parent()
        .expect("the workspace");
    let store = Path::new(env!("CARGO_TARGET_TMPDIR")).join("programs");
    Workbench::open(root, &store).unwrap()
});

fn compile(source: &str) -> Executable {
    match BENCH.compile(source).unwrap() {
        Compiled::Ready(executable) => executable,
        Compiled::Refused(said) => panic!("does not compile:\n{}", said.text),
    }
}
