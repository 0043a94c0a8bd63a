//! What is demanded of `exercise.rs`.

mod exercise;

use checks::{assert, every};
use exercise::{Shelf, put};
use std::sync::{Arc, Mutex};
use std::thread::JoinHandle;

fn main() {
    checks::main(&[
        every("titles and label agree", agree),
        every("after a fall no title is lost", no_title_is_lost),
        every("after a fall the label is right", the_label_is_right),
        every("after a fall the mark is taken off the door", no_mark),
        every("two who come after a fall lose nothing", two_after_a_fall),
        every(
            "whoever comes while another falls repairs as well",
            meanwhile,
        ),
        every("a second fall meanwhile is repaired as well", fallen_again),
    ]);
}

fn look(shelf: &Mutex<Shelf>) -> (usize, usize) {
    let shelf = match shelf.lock() {
        Ok(shelf) => shelf,
        Err(poisoned) => poisoned.into_inner(),
    };
    (shelf.titles.len(), shelf.label)
}

/// A shelf with one title.
fn shelf() -> Arc<Mutex<Shelf>> {
    Arc::new(Mutex::new(Shelf {
        titles: vec!["Emma".to_owned()],
        label: 1,
    }))
}

/// A clerk who puts two titles on the shelf, and falls before he has changed the label.
fn falls(shelf: &Arc<Mutex<Shelf>>) -> JoinHandle<()> {
    let shelf = Arc::clone(shelf);
    checks::clerk("Bob", move || {
        // He does not care whether somebody has fallen before.
        let mut shelf = match shelf.lock() {
            Ok(shelf) => shelf,
            Err(poisoned) => poisoned.into_inner(),
        };
        shelf.titles.push("Kim".to_owned());
        shelf.titles.push("Middlemarch".to_owned());
        panic!("off the ladder");
    })
}

/// A shelf with three titles, after the fall.
fn fallen() -> Arc<Mutex<Shelf>> {
    let shelf = shelf();
    let _ = falls(&shelf).join();
    shelf
}

/// Whether this title came last.
fn is_last(shelf: &Mutex<Shelf>, title: &str) -> bool {
    let shelf = match shelf.lock() {
        Ok(shelf) => shelf,
        Err(poisoned) => poisoned.into_inner(),
    };
    shelf.titles.last().is_some_and(|last| last == title)
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
        titles == 4,
        "there were three titles and one came; there are {titles}"
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
        titles == 5 && label == 5,
        "there were three titles and two came; there are {titles}, and the label says {label}"
    );
}

fn meanwhile() {
    let shelf = shelf();
    let bob = falls(&shelf);
    put(&shelf, "Ulysses".to_owned());
    let _ = bob.join();
    let (titles, label) = look(&shelf);
    if is_last(&shelf, "Ulysses") {
        assert!(
            titles == 4 && label == 4 && !shelf.is_poisoned(),
            "a title came after a fall; now there are {titles}, and the label says {label}"
        );
    }
    put(&shelf, "Dracula".to_owned());
    let ((titles, label), marked) = (look(&shelf), shelf.is_poisoned());
    assert!(
        titles == 5 && label == 5 && !marked,
        "there were three titles and two came; there are {titles}, and the label says {label}"
    );
}

fn fallen_again() {
    let shelf = fallen();
    let bob = falls(&shelf);
    put(&shelf, "Ulysses".to_owned());
    let _ = bob.join();
    put(&shelf, "Dracula".to_owned());
    let ((titles, label), marked) = (look(&shelf), shelf.is_poisoned());
    assert!(
        titles == 7 && label == 7 && !marked,
        "two clerks fell and two came; there are {titles} of 7 titles, and the label says {label}"
    );
}
