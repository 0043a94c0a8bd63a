//! What is demanded of `exercise.rs`.

mod exercise;

use checks::{assert, every};
use exercise::Catalogue;
use std::sync::Arc;
use std::thread::JoinHandle;

fn main() {
    checks::main(&[
        every("a book is found where it was put", found),
        every("two changes leave the book in one place", one_place),
        every("two readers can look at the same time", two_readers),
        every(
            "nobody changes the catalogue while somebody looks",
            not_while_somebody_looks,
        ),
        every(
            "nobody changes it while one of two still looks",
            nor_while_one_of_two_looks,
        ),
    ]);
}

fn shelf(catalogue: &Catalogue) -> Option<u32> {
    catalogue.look("Emma", |shelf| shelf)
}

fn found() {
    let catalogue = Catalogue::default();
    let unknown: Option<u32> = shelf(&catalogue);
    assert!(unknown.is_none(), "an empty catalogue says {unknown:?}");
    catalogue.put("Emma", 7);
    let before: Option<u32> = catalogue.put("Emma", 9);
    let now = shelf(&catalogue);
    assert!(
        before == Some(7) && now == Some(9),
        "from shelf 7 to shelf 9, and the catalogue said {before:?} and then {now:?}"
    );
}

fn one_place() {
    let catalogue = Arc::new(Catalogue::default());
    let shared = Arc::clone(&catalogue);
    let ann = checks::clerk("Ann", move || shared.put("Emma", 1));
    let before_mine: Option<u32> = catalogue.put("Emma", 2);
    let before_hers = ann.join().unwrap();
    let now = shelf(&catalogue);
    let fits = match now {
        Some(1) => (before_mine, before_hers) == (None, Some(2)),
        Some(2) => (before_mine, before_hers) == (Some(1), None),
        _ => false,
    };
    assert!(
        fits,
        "put on 1 and on 2: now it is on {now:?}; Ann was told {before_hers:?}, the other {before_mine:?}"
    );
}

fn two_readers() {
    let catalogue = Arc::new(Catalogue::default());
    catalogue.put("Emma", 7);
    let inside = checks::meeting(2);
    let shared = Arc::clone(&catalogue);
    let ann = checks::clerk("Ann", move || shared.look("Emma", |_| inside.join()));
    catalogue.look("Emma", |_| inside.join());
    ann.join().unwrap();
}

/// Looks, and does not want to see the catalogue changed meanwhile.
fn looks(catalogue: &Catalogue, done: &checks::Log) {
    catalogue.look("Emma", |shelf| {
        // Ann may have been there before.
        let changed = done.count("changed");
        assert!(
            shelf == Some(9) || changed == 0,
            "somebody was looking, and the catalogue was changed"
        );
    });
}

/// A clerk who changes the catalogue, and notes that she has.
fn changes(catalogue: &Arc<Catalogue>, done: &'static checks::Log) -> JoinHandle<()> {
    let shared = Arc::clone(catalogue);
    checks::clerk("Ann", move || {
        shared.put("Emma", 9);
        done.note("changed");
    })
}

fn not_while_somebody_looks() {
    let (catalogue, done) = (Arc::new(Catalogue::default()), checks::log());
    catalogue.put("Emma", 7);
    let ann = changes(&catalogue, done);
    looks(&catalogue, done);
    ann.join().unwrap();
}

fn nor_while_one_of_two_looks() {
    let (catalogue, done) = (Arc::new(Catalogue::default()), checks::log());
    catalogue.put("Emma", 7);
    let ann = changes(&catalogue, done);
    let shared = Arc::clone(&catalogue);
    let bob = checks::clerk("Bob", move || shared.look("Emma", |_| ()));
    looks(&catalogue, done);
    ann.join().unwrap();
    bob.join().unwrap();
}
