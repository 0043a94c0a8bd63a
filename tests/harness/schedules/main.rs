//! What the book says of all schedules of a listing, verified: the explorer runs the listing in
//! every schedule once more, and finds what is recorded, to the byte.
//!
//! A test binary of its own, because the tests of the book change what this process takes for
//! the compiler.

use std::path::Path;
use std::sync::LazyLock;

use chapters::{Book, Claims, Language, Record, Shelf};
use course::recording::listing::Listing;
use course::recording::schedules as recorded;
use std::collections::BTreeMap;
use workbench::explore::Explorer;

static CLAIMS: LazyLock<BTreeMap<(Shelf, String), Claims>> = LazyLock::new(|| {
    let book = Book::load(workspace()).unwrap_or_else(|error| panic!("{error}"));
    book.claims()
});

static EXPLORER: LazyLock<Explorer> = LazyLock::new(|| {
    let scratch = Path::new(env!("CARGO_TARGET_TMPDIR")).join("explorer");
    Explorer::new(workspace(), &scratch)
});

fn workspace() -> &'static Path {
    let mut folders = Path::new(env!("CARGO_MANIFEST_DIR")).ancestors();
    folders.nth(2).expect("the harness is in `tests/harness`")
}

fn schedules(shelf: &str, name: &str) {
    let shelf = Shelf::ALL.into_iter().find(|known| known.folder() == shelf);
    let listing = Listing::new(workspace(), shelf.expect("a shelf"), name);
    let claims = &CLAIMS[&(listing.shelf, listing.name.clone())];
    let program = listing
        .program(Language::Rust)
        .unwrap_or_else(|error| panic!("failed to read listing {name}: {error}"));
    if !recorded::are_wanted(&program, claims) {
        return;
    }
    let found = recorded::records(&EXPLORER, name, &program, claims);
    let found = found.unwrap_or_else(|error| panic!("{error}"));
    for (record, text) in found {
        if record == Record::Graph || claims.shows(record) {
            check(&listing, record, &text);
        }
    }
}

fn check(listing: &Listing, record: Record, found: &str) {
    let file = record.file_name();
    let recorded = std::fs::read_to_string(listing.folder.join(file)).unwrap_or_default();
    assert!(
        recorded == found,
        "listing {name}: {file} is not what the explorer finds; if the program is right: \
         cargo course record {name}\n{difference}",
        name = listing.name,
        difference = if record == Record::Graph {
            String::new()
        } else {
            format!("recorded:\n{recorded}\nfound:\n{found}")
        }
    );
}

include!(concat!(env!("OUT_DIR"), "/schedules.rs"));
