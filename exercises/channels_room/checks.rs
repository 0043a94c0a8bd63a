//! What is demanded of `exercise.rs`.

mod exercise;

use checks::{assert, every};
use std::sync::{Arc, Condvar, Mutex};
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

/// A number that one can wait for.
#[derive(Default)]
struct Count(Mutex<usize>, Condvar);

impl Count {
    fn up(&self) -> usize {
        let mut count = self.0.lock().unwrap();
        *count += 1;
        self.1.notify_all();
        *count
    }

    fn wait_for(&self, number: usize) {
        let count = self.0.lock().unwrap();
        drop(self.1.wait_while(count, |count| *count < number).unwrap());
    }
}

fn waits_when_full() {
    // One book is in the librarian's hands, one on the shelf, one in the clerk's hands.
    let (fetched, on_the_desk) = (Arc::new(Count::default()), Arc::new(Count::default()));
    let (up, desk) = (Arc::clone(&fetched), Arc::clone(&on_the_desk));
    let mut more = books(4);
    let fetch = move || {
        let book = more()?;
        let (number, done) = (up.up(), *desk.0.lock().unwrap());
        assert!(
            number <= done + 3,
            "with room for one, {number} books were fetched when {done} were on the desk"
        );
        Some(book)
    };
    exercise::carry(1, fetch, |_| {
        on_the_desk.up();
    });
}

fn uses_the_room() {
    // The librarian keeps the first book in her hands until two more could be put on the shelf.
    let fetched = Arc::new(Count::default());
    let up = Arc::clone(&fetched);
    let mut more = books(4);
    let fetch = move || {
        up.up();
        more()
    };
    exercise::carry(2, fetch, |book| {
        if book == "book 1" {
            // To have been asked for the fourth, he has put the third on the shelf.
            fetched.wait_for(4);
        }
    });
}

fn at_the_same_time() {
    let busy = checks::meeting(2);
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
