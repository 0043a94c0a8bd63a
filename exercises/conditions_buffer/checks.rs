//! What is demanded of `exercise.rs`.

mod exercise;

use checks::{assert, every, sleeps};
use exercise::Shelf;
use std::sync::Arc;
use std::thread::JoinHandle;

fn main() {
    checks::main(&[
        every(
            "things are taken in the order in which they were put",
            in_order,
        ),
        every("nobody waits while there is room", while_there_is_room),
        sleeps("whoever puts into a full shelf sleeps", full),
        sleeps("whoever takes from an empty shelf sleeps", empty),
        every("one who puts and one who takes come to an end", one_and_one),
        every("never more things than there is room for", never_more),
        every("two who take get what one puts", two_take),
        every("two who put are rid of what one takes", two_put),
        every("two who take are told of two things", told_of_two),
        every("two who put are told of two free places", told_of_room),
    ]);
}

fn shelf(room: usize) -> Arc<Shelf<String>> {
    Arc::new(Shelf::new(room))
}

fn puts(name: &str, shelf: &Arc<Shelf<String>>) -> JoinHandle<()> {
    let (shelf, book) = (Arc::clone(shelf), name.to_owned());
    checks::clerk(name, move || shelf.put(book))
}

fn takes(name: &str, shelf: &Arc<Shelf<String>>) -> JoinHandle<String> {
    let shelf = Arc::clone(shelf);
    checks::clerk(name, move || shelf.take())
}

fn put_all(shelf: &Shelf<String>, books: &[&str]) {
    for book in books {
        shelf.put((*book).to_owned());
    }
}

fn in_order() {
    let shelf = shelf(2);
    put_all(&shelf, &["Emma", "Faust"]);
    let first = shelf.take();
    put_all(&shelf, &["Hamlet"]);
    let taken = [first, shelf.take(), shelf.take()];
    assert!(
        taken == ["Emma", "Faust", "Hamlet"],
        "Emma, Faust and Hamlet were put, and these were taken: {taken:?}"
    );
}

fn while_there_is_room() {
    let shelf = shelf(3);
    for _ in 0..2 {
        put_all(&shelf, &["Emma", "Faust", "Hamlet"]);
        for _ in 0..3 {
            shelf.take();
        }
    }
}

fn full() {
    put_all(&shelf(2), &["Emma", "Faust", "Hamlet"]);
}

fn empty() {
    let shelf = shelf(2);
    put_all(&shelf, &["Emma"]);
    shelf.take();
    shelf.take();
}

fn one_and_one() {
    let shelf = shelf(1);
    let shared = Arc::clone(&shelf);
    let ann = checks::clerk("Ann", move || {
        put_all(&shared, &["Emma", "Faust", "Hamlet"])
    });
    let taken = [shelf.take(), shelf.take(), shelf.take()];
    ann.join().unwrap();
    assert!(
        taken == ["Emma", "Faust", "Hamlet"],
        "Emma, Faust and Hamlet were put, and these were taken: {taken:?}"
    );
}

fn never_more() {
    // The shelf is full, and one thing is taken: one of two finds room.
    let (shelf, been_put) = (shelf(1), checks::log());
    put_all(&shelf, &["Emma"]);
    for name in ["Ann", "Bob"] {
        let shelf = Arc::clone(&shelf);
        checks::clerk(name, move || {
            shelf.put(name.to_owned());
            been_put.note(name);
        });
    }
    shelf.take();
    let more = been_put.all();
    assert!(
        more.len() < 2,
        "there is room for one, a full shelf was rid of one book, and these have put one: {more:?}"
    );
}

fn two_take() {
    let shelf = shelf(1);
    let takers = ["Ann", "Bob"].map(|name| takes(name, &shelf));
    put_all(&shelf, &["Emma", "Faust"]);
    let mut taken = takers.map(|taker| taker.join().unwrap());
    taken.sort();
    assert!(
        taken == ["Emma", "Faust"],
        "Emma and Faust were put, and these were taken: {taken:?}"
    );
}

fn two_put() {
    let shelf = shelf(1);
    let givers = ["Ann", "Bob"].map(|name| puts(name, &shelf));
    let mut taken = [shelf.take(), shelf.take()];
    taken.sort();
    for giver in givers {
        giver.join().unwrap();
    }
    assert!(
        taken == ["Ann", "Bob"],
        "Ann and Bob each put a book, and the books of these two were taken: {taken:?}"
    );
}

fn told_of_two() {
    // There is room for both things at the same time.
    let shelf = shelf(2);
    let takers = ["Ann", "Bob"].map(|name| takes(name, &shelf));
    put_all(&shelf, &["Emma", "Faust"]);
    let mut taken = takers.map(|taker| taker.join().unwrap());
    taken.sort();
    assert!(
        taken == ["Emma", "Faust"],
        "Emma and Faust were put, and these were taken: {taken:?}"
    );
}

fn told_of_room() {
    // Both wait for room, and two things are taken, one after the other.
    let shelf = shelf(2);
    put_all(&shelf, &["Emma", "Faust"]);
    let givers = ["Ann", "Bob"].map(|name| puts(name, &shelf));
    let taken = [shelf.take(), shelf.take()];
    for giver in givers {
        giver.join().unwrap();
    }
    assert!(
        taken == ["Emma", "Faust"],
        "Emma and Faust were there first, and these were taken: {taken:?}"
    );
    let mut rest = [shelf.take(), shelf.take()];
    rest.sort();
    assert!(
        rest == ["Ann", "Bob"],
        "Ann and Bob each put a book, and the books of these two were taken: {rest:?}"
    );
}
