//! What the chapters show of detectors of data races is what these report, in Rust and in Go.
//!
//! Where a detector is missing its tests are ignored.

use std::path::Path;
use std::process::ExitCode;

use chapters::{Book, Record, Shelf};
use course::recording::listing::Listing;
use course::recording::race::{self, Detectors};
use libtest_mimic::{Arguments, Failed, Trial};
use workbench::{Go, Workbench};

fn main() -> ExitCode {
    let mut folders = Path::new(env!("CARGO_MANIFEST_DIR")).ancestors();
    let root = folders.nth(2).expect("the harness is in `tests/harness`");
    let arguments = Arguments::from_args();
    let claims = Book::load(root).expect("the book can be read").claims();
    // What the command `record` has compiled need not be compiled again.
    let beside = Path::new(env!("CARGO_BIN_EXE_rustc-for-skeptic"));
    let store = beside.parent().expect("it is in a folder").join("listings");
    let bench = Workbench::open(root, &store.join("programs")).expect("there is a compiler");
    let detectors = Detectors::find(&bench, root, Go::find(&store.join("go")), true);

    let mut trials = Vec::new();
    for ((shelf, name), claims) in &claims {
        for record in race::RECORDS
            .into_iter()
            .filter(|record| claims.shows(*record))
        {
            trials.push(trial(root, *shelf, name, record, &detectors));
        }
    }
    libtest_mimic::run(&arguments, trials).exit_code()
}

fn trial(root: &Path, shelf: Shelf, name: &str, record: Record, detectors: &Detectors) -> Trial {
    let listing = Listing::new(root, shelf, name);
    let language = record.language();
    let can = detectors.can(record);
    let detectors = detectors.clone();
    let test = move || {
        let program = listing
            .program(language)
            .map_err(|error| error.to_string())?;
        let recorded = std::fs::read_to_string(listing.folder.join(record.file_name()))
            .map_err(|error| format!("{}: {error}", record.file_name()))?;
        let seen = detectors
            .report(record, &program)
            .map_err(|error| error.to_string())?;
        let seen = seen.expect("the test is ignored where there is no detector");
        race::compare(&recorded, &seen).map_err(Failed::from)
    };
    Trial::test(format!("{name} in {language}"), test).with_ignored_flag(!can)
}
