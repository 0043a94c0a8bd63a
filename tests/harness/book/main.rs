//! Everything that the book claims, verified.
//!
//! The build script generates a test for each Rust block of the chapters (skeptic's, which
//! compile and run it) and one for each Go twin, in modules as the chapters are in folders:
//! `running::hello::running_hello` and `running::hello::running_hello_in_go`.

mod content;
#[path = "../harness.rs"]
mod harness;

use std::sync::LazyLock;

use chapters::Shelf;
use harness::Harness;
use workbench::Limits;

static HARNESS: LazyLock<Harness> =
    LazyLock::new(|| Harness::new(harness::workspace(), Limits::default()));

/// Stands before the crate of this name for the tests that it has generated.
mod skeptic {
    pub mod rt {
        pub fn run_test(root: &str, out: &str, target: &str, text: &str) {
            crate::rust_block(::skeptic::rt::run_test, [root, out, target, text]);
        }

        pub fn compile_test(root: &str, out: &str, target: &str, text: &str) {
            crate::rust_block(::skeptic::rt::compile_test, [root, out, target, text]);
        }
    }
}

fn rust_block(run: harness::Run, arguments: [&str; 4]) {
    if let Err(objection) = HARNESS.rust_block(run, arguments) {
        panic!("{objection}");
    }
}

fn go_twin(shelf: &str, name: &str) {
    let shelf = Shelf::ALL.into_iter().find(|known| known.folder() == shelf);
    if let Err(objection) = HARNESS.go_twin(shelf.expect("a shelf"), name) {
        panic!("{objection}");
    }
}

fn words_are_compared() {
    assert!(HARNESS.is_pinned());
}

include!(concat!(env!("OUT_DIR"), "/book.rs"));
