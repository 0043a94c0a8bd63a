//! What is demanded of `exercise.rs`.

mod exercise;

use checks::{assert, every, sleeps, weak};
use exercise::Catalogue;
use std::sync::Arc;
use std::thread::JoinHandle;

fn main() {
    checks::main(&[
        every("what was counted stays", stays),
        every("no books are a number as well", no_books),
        every("two who come together count once", once_together),
        every("all who come get the same number", all_get_it),
        every(
            "a look does not wait for the one who counts",
            a_look_does_not_wait,
        ),
        every("a look finds what was counted", a_look_finds_it),
        weak("a look meanwhile finds nothing or the number", meanwhile),
        every("each catalogue has a number of its own", its_own),
        every("if the counting panics, the next one counts", the_next_one),
        every("whoever waits counts if the counting panics", whoever_waits),
        every("one of those who wait counts, not all", one_of_those),
        sleeps("whoever waits sleeps", whoever_waits_sleeps),
    ]);
}

fn asks(name: &str, catalogue: &Arc<Catalogue>, number: u32) -> JoinHandle<u32> {
    let catalogue = Arc::clone(catalogue);
    checks::clerk(name, move || catalogue.get(|| number))
}

fn stays() {
    let catalogue = Catalogue::default();
    let before: Option<u32> = catalogue.look();
    let numbers: [u32; 2] = [7, 8].map(|number| catalogue.get(|| number));
    let after: Option<u32> = catalogue.look();
    assert!(
        before.is_none(),
        "nobody has counted, and a look finds {before:?}"
    );
    assert!(
        numbers == [7, 7] && after == Some(7),
        "7 were counted, and {numbers:?} and then {after:?} were told"
    );
}

fn no_books() {
    let catalogue = Catalogue::default();
    let numbers: [u32; 2] = [0, 8].map(|number| catalogue.get(|| number));
    let after: Option<u32> = catalogue.look();
    assert!(
        numbers == [0, 0] && after == Some(0),
        "0 were counted, and {numbers:?} and then {after:?} were told"
    );
}

fn once_together() {
    let (catalogue, counted) = (Arc::new(Catalogue::default()), checks::log());
    let shared = Arc::clone(&catalogue);
    let count = move || {
        counted.note("counted");
        7
    };
    let ann = checks::clerk("Ann", move || shared.get(count));
    catalogue.get(count);
    ann.join().unwrap();
    let times = counted.count("counted");
    assert!(times == 1, "the books were counted {times} times");
}

fn all_get_it() {
    let catalogue = Arc::new(Catalogue::default());
    let clerks = [("Ann", 5), ("Bob", 6)].map(|(name, number)| asks(name, &catalogue, number));
    let mine: u32 = catalogue.get(|| 7);
    let theirs = clerks.map(|clerk| clerk.join().unwrap());
    assert!(
        theirs == [mine, mine] && (5..=7).contains(&mine),
        "one has {mine}, the others have {theirs:?}"
    );
}

fn a_look_does_not_wait() {
    // Ann counts until the librarian has looked.
    let (catalogue, looked) = (Arc::new(Catalogue::default()), checks::handshake());
    let shared = Arc::clone(&catalogue);
    let ann = checks::clerk("Ann", move || {
        shared.get(|| {
            looked.join();
            7
        })
    });
    let found: Option<u32> = catalogue.look();
    assert!(
        found.is_none(),
        "Ann is still counting, and a look finds {found:?}"
    );
    looked.join();
    ann.join().unwrap();
}

fn a_look_finds_it() {
    let catalogue = Arc::new(Catalogue::default());
    catalogue.get(|| 7);
    let shared = Arc::clone(&catalogue);
    let ann = checks::clerk("Ann", move || shared.look());
    let (mine, hers): (Option<u32>, _) = (catalogue.look(), ann.join().unwrap());
    assert!(
        [mine, hers] == [Some(7), Some(7)],
        "7 were counted, and looks find {mine:?} and {hers:?}"
    );
}

fn meanwhile() {
    let catalogue = Arc::new(Catalogue::default());
    let ann = asks("Ann", &catalogue, 7);
    let found: Option<u32> = catalogue.look();
    assert!(
        found.is_none_or(|number| number == 7),
        "Ann counts 7, and a look finds {found:?}"
    );
    ann.join().unwrap();
}

fn its_own() {
    let (first, second) = (Catalogue::default(), Catalogue::default());
    first.get(|| 7);
    let found: Option<u32> = second.look();
    assert!(
        found.is_none(),
        "nobody has counted here, and a look finds {found:?}"
    );
    let number: u32 = second.get(|| 8);
    assert!(number == 8, "8 were counted here, and {number} was told");
}

fn the_next_one() {
    let catalogue = Catalogue::default();
    let panicked = checks::panics(|| {
        catalogue.get(|| panic!("the ladder is broken"));
    });
    assert!(panicked, "the counting panicked, and nobody was told");
    let found: Option<u32> = catalogue.look();
    assert!(
        found.is_none(),
        "the counting panicked, and a look finds {found:?}"
    );
    let numbers: [u32; 2] = [7, 8].map(|number| catalogue.get(|| number));
    let after: Option<u32> = catalogue.look();
    assert!(
        numbers == [7, 7] && after == Some(7),
        "after a panic 7 were counted, and {numbers:?} and then {after:?} were told"
    );
}

fn whoever_waits() {
    let catalogue = Arc::new(Catalogue::default());
    let shared = Arc::clone(&catalogue);
    let ann = checks::clerk("Ann", move || {
        checks::panics(|| {
            shared.get(|| panic!("the ladder is broken"));
        })
    });
    let number: u32 = catalogue.get(|| 7);
    assert!(number == 7, "7 were counted, and {number} was told");
    ann.join().unwrap();
}

/// Ann falls while she counts, and Bob and the librarian may both have waited for her.
fn one_of_those() {
    let (catalogue, counted) = (Arc::new(Catalogue::default()), checks::log());
    let shared = Arc::clone(&catalogue);
    let ann = checks::clerk("Ann", move || {
        checks::panics(|| {
            shared.get(|| panic!("the ladder is broken"));
        })
    });
    let count = move || {
        counted.note("counted");
        7
    };
    let shared = Arc::clone(&catalogue);
    let bob = checks::clerk("Bob", move || shared.get(count));
    catalogue.get(count);
    ann.join().unwrap();
    bob.join().unwrap();
    let times = counted.count("counted");
    assert!(
        times == 1,
        "the first counting panicked, and after that the books were counted {times} times"
    );
}

fn whoever_waits_sleeps() {
    // Whoever counts waits for another one who counts.
    let (catalogue, never) = (Arc::new(Catalogue::default()), checks::meeting(2));
    let count = move || {
        never.join();
        7
    };
    let shared = Arc::clone(&catalogue);
    let _ann = checks::clerk("Ann", move || shared.get(count));
    catalogue.get(count);
}
