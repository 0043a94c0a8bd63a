//! What is demanded of `exercise.rs`.

mod exercise;

use checks::{Log, assert, every, sleeps};
use exercise::Catalogue;
use std::sync::Arc;
use std::thread::JoinHandle;

fn main() {
    checks::main(&[
        every(
            "a title that is not known is asked of the database",
            is_asked,
        ),
        every("a title that is known is not", is_known),
        every(
            "what is written by hand takes the place of what was there",
            by_hand,
        ),
        every("the database is asked once for a book that two want", once),
        every("both who want a book get its title", both_get_it),
        every("all who wait for a title get it", all_get_it),
        every("what was written by hand stays", stays),
        every(
            "known titles can be looked at while the database is asked",
            meanwhile,
        ),
        every("two can look at a known title at the same time", two_look),
        every(
            "known titles can be looked at while one is read that was asked for",
            beside_a_new_one,
        ),
        sleeps("whoever waits for a title sleeps", whoever_waits_sleeps),
    ]);
}

fn catalogue(asked: &'static Log) -> Arc<Catalogue> {
    let database = move |id| {
        asked.note(id);
        format!("book {id}")
    };
    Arc::new(Catalogue::new(Box::new(database)))
}

fn title(catalogue: &Catalogue, id: u32) -> String {
    catalogue.look(id, str::to_owned)
}

fn looks(name: &str, catalogue: &Arc<Catalogue>, id: u32) -> JoinHandle<String> {
    let catalogue = Arc::clone(catalogue);
    checks::clerk(name, move || title(&catalogue, id))
}

fn is_asked() {
    let catalogue = catalogue(checks::log());
    let titles = [2, 1].map(|id| title(&catalogue, id));
    assert!(
        titles == ["book 2", "book 1"],
        "books 2 and 1 were wanted, and the titles are {titles:?}"
    );
}

fn is_known() {
    let asked = checks::log();
    let catalogue = catalogue(asked);
    catalogue.enter(2, "Emma");
    let titles = [1, 1, 2].map(|id| title(&catalogue, id));
    let asked = asked.all();
    assert!(
        titles == ["book 1", "book 1", "Emma"] && asked == ["1"],
        "book 1 was wanted twice, and then book 2, which is called Emma: the titles are {titles:?}, \
         and the database was asked for {asked:?}"
    );
}

fn by_hand() {
    let catalogue = catalogue(checks::log());
    let before = title(&catalogue, 1);
    catalogue.enter(1, "Emma");
    let after = title(&catalogue, 1);
    assert!(
        before == "book 1" && after == "Emma",
        "it was {before:?}, Emma was written in its place, and now it is {after:?}"
    );
}

fn once() {
    let asked = checks::log();
    let catalogue = catalogue(asked);
    let ann = looks("Ann", &catalogue, 1);
    title(&catalogue, 1);
    ann.join().unwrap();
    let times = asked.count(1);
    assert!(
        times == 1,
        "two wanted book 1, and the database was asked {times} times"
    );
}

fn both_get_it() {
    let catalogue = catalogue(checks::log());
    let ann = looks("Ann", &catalogue, 1);
    let titles = [title(&catalogue, 1), ann.join().unwrap()];
    assert!(
        titles == ["book 1", "book 1"],
        "two wanted book 1, and they got {titles:?}"
    );
}

fn all_get_it() {
    let catalogue = catalogue(checks::log());
    let others = ["Ann", "Bob"].map(|name| looks(name, &catalogue, 1));
    let mine = title(&catalogue, 1);
    let theirs = others.map(|other| other.join().unwrap());
    assert!(
        mine == "book 1" && theirs == ["book 1", "book 1"],
        "three wanted book 1; one got {mine:?}, the others {theirs:?}"
    );
}

fn stays() {
    let catalogue = catalogue(checks::log());
    let shared = Arc::clone(&catalogue);
    let librarian = checks::clerk("the librarian", move || shared.enter(1, "Emma"));
    let meanwhile = title(&catalogue, 1);
    librarian.join().unwrap();
    let now = title(&catalogue, 1);
    assert!(
        now == "Emma" && (meanwhile == "Emma" || meanwhile == "book 1"),
        "Emma was written by hand while somebody looked, who read {meanwhile:?}; and now it is {now:?}"
    );
}

fn meanwhile() {
    // The database is being asked when the title is looked at, and answers afterwards.
    let (is_asked, has_looked) = (checks::meeting(2), checks::meeting(2));
    let database = move |id| {
        is_asked.join();
        has_looked.join();
        format!("book {id}")
    };
    let catalogue = Arc::new(Catalogue::new(Box::new(database)));
    catalogue.enter(2, "Emma");
    let ann = looks("Ann", &catalogue, 1);
    is_asked.join();
    let known = title(&catalogue, 2);
    has_looked.join();
    let asked = ann.join().unwrap();
    assert!(
        known == "Emma" && asked == "book 1",
        "Emma and book 1 were wanted, and the titles are {known:?} and {asked:?}"
    );
}

fn two_look() {
    let catalogue = catalogue(checks::log());
    catalogue.enter(1, "Emma");
    let inside = checks::meeting(2);
    let shared = Arc::clone(&catalogue);
    let ann = checks::clerk("Ann", move || shared.look(1, |_| inside.join()));
    catalogue.look(1, |_| inside.join());
    ann.join().unwrap();
}

fn beside_a_new_one() {
    // Ann has asked for a title, and reads it until another one was looked at.
    let (reads, has_looked) = (checks::handshake(), checks::handshake());
    let catalogue = catalogue(checks::log());
    catalogue.enter(2, "Emma");
    let shared = Arc::clone(&catalogue);
    let ann = checks::clerk("Ann", move || {
        shared.look(1, |_| {
            reads.pass();
            has_looked.join();
        });
    });
    reads.join();
    let known = title(&catalogue, 2);
    has_looked.pass();
    ann.join().unwrap();
    assert!(
        known == "Emma",
        "Emma was wanted, and the title is {known:?}"
    );
}

fn whoever_waits_sleeps() {
    // The database never answers, and would answer three at a time.
    let inside = checks::meeting(3);
    let database = move |id| {
        inside.join();
        format!("book {id}")
    };
    let catalogue = Arc::new(Catalogue::new(Box::new(database)));
    let ann = looks("Ann", &catalogue, 1);
    title(&catalogue, 1);
    ann.join().unwrap();
}
