//! What is demanded of `exercise.rs`.

mod exercise;

use checks::{assert, every};
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
        every("the clerk waits when the shelf is full", waits_when_full),
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
    // One book is in the librarian's hands, one on the shelf, one in the clerk's hands.
    let desk = checks::log();
    let (mut more, mut fetched) = (books(4), 0);
    let fetch = move || {
        let book = more()?;
        fetched += 1;
        if fetched == 4 {
            let done = desk.all().len();
            assert!(
                done > 0,
                "with room for one, 4 books were fetched when 0 were on the desk"
            );
        }
        Some(book)
    };
    exercise::carry(1, fetch, |book| desk.note(book));
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
