//! What is demanded of `exercise.rs`.

mod exercise;

use checks::{assert, every, sleeps};
use crossbeam_channel::{Receiver, bounded, never};
use exercise::{Library, Sorry};
use listings::{Context, ContextError};
use std::sync::Arc;
use std::time::Duration;

fn main() {
    checks::main(&[
        every("the book is the one that was asked for", the_right_book),
        every("what was found stands on the trolley", on_the_trolley),
        every("whoever leaves is not kept waiting", not_kept_waiting),
        every("whoever has left before is not kept waiting", left_before),
        every("a deadline is told as a deadline", a_deadline),
        every("it gives an answer or the reason, in every order", either),
        every("a database that has gone is told apart", gone),
        every(
            "a request that waits holds up no other one",
            holds_up_nobody,
        ),
        sleeps("whoever waits sleeps", whoever_waits_sleeps),
    ]);
}

/// The answer of a database that has it ready.
fn ready(id: u32) -> Receiver<String> {
    let (answer, answers) = bounded(1);
    answer.send(format!("book {id}")).unwrap();
    answers
}

/// A library whose database never answers.
fn silent() -> Library {
    Library::new(Box::new(|_| never()))
}

fn book(id: u32) -> Result<String, Sorry> {
    Ok(format!("book {id}"))
}

fn the_right_book() {
    let library = Library::new(Box::new(ready));
    for id in [2, 1] {
        let found = library.find(&Context::background(), id);
        assert!(
            found == book(id),
            "book {id} was wanted, and it said {found:?}"
        );
    }
}

fn on_the_trolley() {
    let asked = checks::log();
    let library = Library::new(Box::new(|id| {
        asked.note(id);
        ready(id)
    }));
    let found = [1, 1].map(|id| library.find(&Context::background(), id));
    let times = asked.count(1);
    assert!(
        found == [book(1), book(1)] && times == 1,
        "it said {found:?}, and the database was asked {times} times"
    );
}

fn not_kept_waiting() {
    let library = silent();
    let (request, cancel) = Context::background().with_cancel();
    let nora = checks::clerk("Nora leaves", move || cancel.cancel());
    let found = library.find(&request, 1);
    let right = Err(Sorry::Ended(ContextError::Canceled));
    assert!(found == right, "she has left, and it said {found:?}");
    nora.join().unwrap();
}

fn left_before() {
    let library = silent();
    let (request, cancel) = Context::background().with_cancel();
    cancel.cancel();
    let found = library.find(&request, 1);
    let right = Err(Sorry::Ended(ContextError::Canceled));
    assert!(found == right, "she has left, and it said {found:?}");
}

fn a_deadline() {
    let library = silent();
    let (request, _cancel) = Context::background().with_timeout(Duration::from_millis(5));
    let found = library.find(&request, 1);
    let right = Err(Sorry::Ended(ContextError::DeadlineExceeded));
    assert!(found == right, "the time was up, and it said {found:?}");
}

fn either() {
    let library = Library::new(Box::new(ready));
    let (request, cancel) = Context::background().with_cancel();
    let nora = checks::clerk("Nora leaves", move || cancel.cancel());
    let found = library.find(&request, 1);
    let ended = Err(Sorry::Ended(ContextError::Canceled));
    assert!(
        found == book(1) || found == ended,
        "the answer is there, or she has left, and it said {found:?}"
    );
    nora.join().unwrap();
}

fn gone() {
    let library = Library::new(Box::new(|_| bounded(1).1));
    let (request, _cancel) = Context::background().with_cancel();
    let found = library.find(&request, 1);
    assert!(
        found == Err(Sorry::NoAnswer),
        "the database has gone, and it said {found:?}"
    );
}

fn holds_up_nobody() {
    // The database answers the first request after the second, whose book is there.
    let (answer, answers) = bounded(1);
    let database = move |id| match id {
        1 => answers.clone(),
        _ => ready(id),
    };
    let library = Arc::new(Library::new(Box::new(database)));
    let shared = Arc::clone(&library);
    let nora = checks::clerk("Nora", move || shared.find(&Context::background(), 1));
    let found = library.find(&Context::background(), 2);
    assert!(found == book(2), "book 2 was wanted, and it said {found:?}");
    answer.send("book 1".to_owned()).unwrap();
    let found = nora.join().unwrap();
    assert!(found == book(1), "book 1 was wanted, and it said {found:?}");
}

fn whoever_waits_sleeps() {
    let _ = silent().find(&Context::background(), 1);
}
