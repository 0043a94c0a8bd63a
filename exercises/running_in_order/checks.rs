//! What is demanded of `exercise.rs`.

mod exercise;

use checks::{assert, every};

fn main() {
    checks::main(&[
        every("the books are in the order of the slips", in_order),
        every("two slips may ask for the same book", the_same_twice),
        every("no slip, no book", no_slip),
        every("all are fetched at the same time", all_at_once),
        every("each is fetched once", each_once),
    ]);
}

fn in_order() {
    // Whoever fetches what is far may be back late.
    let far = checks::log();
    let books: Vec<u32> = exercise::fetch_all(&[7, 2, 5], |id| {
        if id == 7 {
            far.note(id);
        }
        id * 100
    });
    assert!(
        books == [700, 200, 500],
        "7, 2 and 5 were asked for, and these came: {books:?}"
    );
}

fn the_same_twice() {
    let books: Vec<u32> = exercise::fetch_all(&[3, 3], |id| id + 1);
    assert!(
        books == [4, 4],
        "3 and 3 were asked for, and these came: {books:?}"
    );
}

fn no_slip() {
    let books: Vec<u32> = exercise::fetch_all(&[], |id| id);
    assert!(
        books.is_empty(),
        "nothing was asked for, and these came: {books:?}"
    );
}

fn all_at_once() {
    let inside = checks::meeting(3);
    exercise::fetch_all(&[1, 2, 3], |_| inside.join());
}

fn each_once() {
    let fetched = checks::log();
    exercise::fetch_all(&[1, 2], |id| fetched.note(id));
    let mut fetched = fetched.all();
    fetched.sort();
    assert!(
        fetched == ["1", "2"],
        "1 and 2 were asked for, and these were fetched: {fetched:?}"
    );
}
