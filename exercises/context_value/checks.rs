//! What is demanded of `exercise.rs`.

mod exercise;

use checks::{Log, assert, every};
use exercise::Slip;
use std::sync::Arc;

fn main() {
    checks::main(&[
        every("what is on a slip is found by its type", by_type),
        every("another type of the same name is another type", same_name),
        every("the nearest of two is found", the_nearest),
        every(
            "what is added later is not on the older slip",
            never_upwards,
        ),
        every(
            "what is on one slip is not on the one beside it",
            not_beside,
        ),
        every("two may add to the same slip at the same time", two_add),
        every("a slip goes on without the one it was made from", outlives),
        every("whoever looks waits for nobody", waits_for_nobody),
        every("what is on no slip any more is dropped", dropped),
    ]);
}

#[derive(Debug, PartialEq, Eq)]
struct Reader(&'static str);

#[derive(Debug, PartialEq, Eq)]
struct Number(u32);

fn reader(slip: &Slip) -> Option<&'static str> {
    slip.get::<Reader>().map(|reader| reader.0)
}

fn number(slip: &Slip) -> Option<u32> {
    slip.get::<Number>().map(|number| number.0)
}

fn by_type() {
    let empty = Slip::default();
    let found = (reader(&empty), number(&empty));
    assert!(found == (None, None), "on an empty slip there is {found:?}");
    let slip = empty.with(Reader("Nora")).with(Number(7)).with("a word");
    let found = (reader(&slip), number(&slip));
    assert!(
        found == (Some("Nora"), Some(7)),
        "the reader Nora and the number 7 were put on it, and there is {found:?}"
    );
    let word = slip.get::<String>();
    assert!(
        word.is_none(),
        "a `&str` is on it, and as a `String` there is {word:?}"
    );
}

fn same_name() {
    struct Stamp(u32);
    let slip = Slip::default().with(Stamp(1)).with(Number(7));
    let (slip, another) = {
        struct Stamp(u32);
        let slip = slip.with(Stamp(2)).with(elsewhere::Number(8));
        let another = slip.get::<Stamp>().map(|stamp| stamp.0);
        (slip, another)
    };
    let stamps = [slip.get::<Stamp>().map(|stamp| stamp.0), another];
    let elsewhere = slip.get::<elsewhere::Number>().map(|number| number.0);
    let numbers = [number(&slip), elsewhere];
    assert!(
        stamps == [Some(1), Some(2)] && numbers == [Some(7), Some(8)],
        "there are two types `Stamp`, of which 1 and 2 are on a slip, and two types `Number`, of \
         which 7 and 8 are; found were {stamps:?} and {numbers:?}"
    );
}

mod elsewhere {
    pub struct Number(pub u32);
}

fn the_nearest() {
    let slip = Slip::default().with(Reader("Nora")).with(Number(7));
    let gift = slip.with(Reader("Paul"));
    let found = (reader(&gift), number(&gift));
    assert!(
        found == (Some("Paul"), Some(7)),
        "Nora, then 7, then Paul were put on it, and there is {found:?}"
    );
}

fn never_upwards() {
    let slip = Slip::default().with(Reader("Nora"));
    let copy = slip.clone();
    let _gift = slip.with(Reader("Paul")).with(Number(7));
    let found = [&slip, &copy].map(|slip| (reader(slip), number(slip)));
    assert!(
        found == [(Some("Nora"), None); 2],
        "Nora is on a slip and on its copy, and Paul and 7 on a newer one; on these two there is \
         {found:?}"
    );
}

fn not_beside() {
    let slip = Slip::default().with(Reader("Nora"));
    let (desk, cellar) = (slip.with(Number(1)), slip.with(Number(2)));
    let found = [&desk, &cellar].map(number);
    assert!(
        found == [Some(1), Some(2)],
        "1 and 2 were put on two slips, and there is {found:?}"
    );
}

fn two_add() {
    let slip = Arc::new(Slip::default().with(Reader("Nora")));
    let shared = Arc::clone(&slip);
    let cellar = checks::clerk("the clerk in the cellar", move || {
        let slip = shared.with(Number(2));
        (reader(&slip), number(&slip))
    });
    let desk = slip.with(Number(1));
    let desk = (reader(&desk), number(&desk));
    let cellar = cellar.join().unwrap();
    let older = number(&slip);
    assert!(
        desk == (Some("Nora"), Some(1)) && cellar == (Some("Nora"), Some(2)) && older.is_none(),
        "1 and 2 were put on two slips at the same time, and there is {desk:?} and {cellar:?}; on \
         the older one: {older:?}"
    );
}

fn outlives() {
    let slip = Slip::default().with(Reader("Nora"));
    let gift = slip.with(Number(7));
    let clerk = checks::clerk("the clerk", move || (reader(&gift), number(&gift)));
    drop(slip);
    let found = clerk.join().unwrap();
    assert!(
        found == (Some("Nora"), Some(7)),
        "the older slip has gone, and on the newer one there is {found:?}"
    );
}

fn waits_for_nobody() {
    let slip = Slip::default().with(Reader("Nora")).with(Number(7));
    let copy = slip.with("a word");
    checks::count_locks(0);
    reader(&slip);
    number(&copy);
    let locks = checks::locks().unwrap_or(0);
    assert!(locks == 0, "a lock was taken to look at a slip");
}

/// Something that says when it is dropped.
struct Ticket(&'static Log, &'static str);

impl Drop for Ticket {
    fn drop(&mut self) {
        self.0.note(self.1);
    }
}

fn dropped() {
    let gone = checks::log();
    let slip = Slip::default().with(Ticket(gone, "the older"));
    let gift = slip.with(Ticket(gone, "the newer")).with(Number(7));
    let beside = slip.with(Number(8));
    drop(slip);
    let early = gone.all();
    assert!(
        early.is_empty(),
        "these are on slips, and were dropped: {early:?}"
    );
    drop(gift);
    let newer = gone.all();
    assert!(
        newer == ["the newer"],
        "the slip with the newer ticket has gone, the older one is on a slip that is there; these \
         were dropped: {newer:?}"
    );
    drop(beside);
    let all = gone.all();
    assert!(
        all == ["the newer", "the older"],
        "all slips have gone, and these were dropped: {all:?}"
    );
}
