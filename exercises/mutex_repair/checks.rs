//! What is demanded of `exercise.rs`.

mod exercise;

use checks::{assert, every};
use exercise::{Shelf, put};
use std::sync::{Arc, Mutex};

fn main() {
    checks::main(&[
        every("titles and label agree", agree),
        every("after a fall no title is lost", no_title_is_lost),
        every("after a fall the label is right", the_label_is_right),
        every("after a fall the mark is taken off the door", no_mark),
        every("two who come after a fall lose nothing", two_after_a_fall),
    ]);
}

fn look(shelf: &Mutex<Shelf>) -> (usize, usize) {
    let shelf = match shelf.lock() {
        Ok(shelf) => shelf,
        Err(poisoned) => poisoned.into_inner(),
    };
    (shelf.titles.len(), shelf.label)
}

/// A shelf with one title, on which a second was put by a clerk who fell before he had changed the
/// label.
fn fallen() -> Arc<Mutex<Shelf>> {
    let shelf = Arc::new(Mutex::new(Shelf {
        titles: vec!["Emma".to_owned()],
        label: 1,
    }));
    let shared = Arc::clone(&shelf);
    let fallen = checks::clerk("Bob", move || {
        let mut shelf = shared.lock().unwrap();
        shelf.titles.push("Kim".to_owned());
        panic!("off the ladder");
    });
    let _ = fallen.join();
    shelf
}

fn agree() {
    let shelf = Mutex::new(Shelf::default());
    put(&shelf, "Emma".to_owned());
    put(&shelf, "Kim".to_owned());
    let (titles, label) = look(&shelf);
    assert!(
        titles == 2 && label == 2,
        "two titles were put there; there are {titles}, and the label says {label}"
    );
}

fn no_title_is_lost() {
    let shelf = fallen();
    put(&shelf, "Ulysses".to_owned());
    let (titles, _) = look(&shelf);
    assert!(
        titles == 3,
        "there were two titles and one came; there are {titles}"
    );
}

fn the_label_is_right() {
    let shelf = fallen();
    put(&shelf, "Ulysses".to_owned());
    let (titles, label) = look(&shelf);
    assert!(
        titles == label,
        "there are {titles} titles, and the label says {label}"
    );
}

fn no_mark() {
    let shelf = fallen();
    put(&shelf, "Ulysses".to_owned());
    let marked = shelf.is_poisoned();
    assert!(
        !marked,
        "whoever locks the shelf next is still told of the fall"
    );
}

fn two_after_a_fall() {
    let shelf = fallen();
    let shared = Arc::clone(&shelf);
    let ann = checks::clerk("Ann", move || put(&shared, "Dracula".to_owned()));
    put(&shelf, "Ulysses".to_owned());
    ann.join().unwrap();
    let (titles, label) = look(&shelf);
    assert!(
        titles == 4 && label == 4,
        "there were two titles and two came; there are {titles}, and the label says {label}"
    );
}
