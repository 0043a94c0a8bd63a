//! What is demanded of `exercise.rs`.

mod exercise;

use checks::{assert, every, sleeps};
use std::thread;

fn main() {
    checks::main(&[
        every("every book reaches the desk, in order", in_order),
        every("there may be no book", no_book),
        every("a shelf may have no room at all", no_room),
        every(
            "the clerk is a thread of his own, the librarian is not",
            two_people,
        ),
        sleeps("the clerk waits when the shelf is full", waits_when_full),
        sleeps(
            "the clerk waits with his book when there is no room",
            waits_without_room,
        ),
        every("the clerk need not wait while there is room", uses_the_room),
        every(
            "the clerk fetches while the librarian is busy",
            at_the_same_time,
        ),
    ]);
}

/// `fetch` for this many books, called `book 1`, `book 2` and so on.
fn books(count: usize) -> impl FnMut() -> Option<String> + Send {
    let mut fetched = 0;
    move || {
        fetched += 1;
        assert!(
            fetched <= count + 1,
            "`fetch` has returned nothing, and it is called once more"
        );
        (fetched <= count).then(|| format!("book {fetched}"))
    }
}

fn carried(room: usize, count: usize) -> Vec<String> {
    let mut desk = Vec::new();
    exercise::carry(room, books(count), |book| desk.push(book));
    desk
}

fn in_order() {
    let desk = carried(1, 3);
    assert!(
        desk == ["book 1", "book 2", "book 3"],
        "three books were fetched, and on the desk are {desk:?}"
    );
}

fn no_book() {
    let desk = carried(2, 0);
    assert!(
        desk.is_empty(),
        "no book was fetched, and on the desk are {desk:?}"
    );
}

fn no_room() {
    let desk = carried(0, 2);
    assert!(
        desk == ["book 1", "book 2"],
        "two books were fetched, and on the desk are {desk:?}"
    );
}

fn two_people() {
    let main = thread::current().id();
    let mut books = books(1);
    let fetch = move || {
        let here = thread::current().id();
        assert!(here != main, "the librarian fetches herself");
        books()
    };
    exercise::carry(1, fetch, |_| {
        let here = thread::current().id();
        assert!(here == main, "somebody else puts books on the desk");
    });
}

fn waits_when_full() {
    never_more_than(1);
}

fn waits_without_room() {
    never_more_than(0);
}

/// The librarian keeps the first book in her hands for ever. Some are on the shelf, and one is in the
/// clerk's hands.
fn never_more_than(room: usize) {
    let busy = checks::handshake();
    let mut fetched = 0;
    let fetch = move || {
        fetched += 1;
        assert!(
            fetched <= room + 2,
            "there is room for {room}, the librarian has the first book in her hands, and {fetched} \
             books were fetched"
        );
        Some(format!("book {fetched}"))
    };
    exercise::carry(room, fetch, |_| busy.join());
}

fn uses_the_room() {
    // The librarian keeps the first book in her hands until the clerk is asked for the fourth: by
    // then he has put two on the shelf.
    let busy = checks::handshake();
    let (mut more, mut asked) = (books(3), 0);
    let fetch = move || {
        asked += 1;
        if asked == 4 {
            busy.join();
        }
        more()
    };
    exercise::carry(2, fetch, |book| {
        if book == "book 1" {
            busy.join();
        }
    });
}

fn at_the_same_time() {
    let busy = checks::handshake();
    let mut fetched = 0;
    let fetch = move || {
        fetched += 1;
        if fetched == 2 {
            busy.join();
        }
        (fetched <= 2).then(|| format!("book {fetched}"))
    };
    exercise::carry(1, fetch, |book| {
        if book == "book 1" {
            busy.join();
        }
    });
}
