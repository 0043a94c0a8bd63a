//! What is demanded of `exercise.rs`.

mod exercise;

use checks::{assert, every, sleeps};
use exercise::merge;
use std::sync::mpsc::{Receiver, channel, sync_channel};

fn main() {
    checks::main(&[
        every("everything comes out, and once", everything),
        every("what came through one hatch keeps its order", in_order),
        every("when all have been closed, so is the one", closed),
        every("it is not closed before all have been closed", not_before),
        every("nothing is held up by a silent first hatch", silent_first),
        every("nothing is held up by a silent last hatch", silent_last),
        every("there may be one hatch, or none", none_and_one),
        every("there may be three hatches", three),
        every(
            "when nobody receives any more, the hatches are given up",
            given_up,
        ),
        sleeps("whoever waits sleeps", whoever_waits_sleeps),
    ]);
}

/// A hatch through which these have come, and which is closed.
fn hatch(things: &[&'static str]) -> Receiver<&'static str> {
    let (give, take) = channel();
    for thing in things {
        give.send(*thing).unwrap();
    }
    take
}

fn sorted(all: Receiver<&'static str>) -> Vec<&'static str> {
    let mut things: Vec<&str> = all.into_iter().collect();
    things.sort_unstable();
    things
}

fn everything() {
    let things = sorted(merge(vec![hatch(&["Emma"]), hatch(&["Faust"])]));
    assert!(
        things == ["Emma", "Faust"],
        "Emma and Faust came through one hatch each, and these came out: {things:?}"
    );
}

fn in_order() {
    let all = merge(vec![hatch(&["Emma", "Faust"]), hatch(&["Hamlet"])]);
    let mut things: Vec<&str> = all.into_iter().collect();
    things.retain(|thing| *thing != "Hamlet");
    assert!(
        things == ["Emma", "Faust"],
        "Emma and then Faust came through one hatch, and these came out: {things:?}"
    );
}

fn closed() {
    let (give, take) = channel();
    let all = merge(vec![take, hatch(&[])]);
    let ann = checks::clerk("Ann", move || give.send("Emma"));
    let things: Vec<&str> = all.into_iter().collect();
    let given = ann.join().unwrap();
    assert!(
        given.is_ok(),
        "somebody receives from the one, and Ann could not give Emma: her hatch was given up"
    );
    assert!(
        things == ["Emma"],
        "Ann gave Emma and went, and these came out: {things:?}"
    );
}

fn not_before() {
    let (give, take) = channel();
    let all = merge(vec![hatch(&[]), take]);
    // The other is closed from the beginning; perhaps that has been noticed by now.
    let given = give.send("Emma");
    assert!(
        given.is_ok(),
        "one of two hatches was closed, and through the other one Emma could not be sent"
    );
    drop(give);
    let things: Vec<&str> = all.into_iter().collect();
    assert!(
        things == ["Emma"],
        "one hatch was closed, Emma came through the other, and these came out: {things:?}"
    );
}

/// One hatch through which a book has come, and one through which nothing comes. More may come
/// through both.
fn beside_a_silent_one(silent_is_first: bool) {
    let (give_emma, emma) = channel();
    give_emma.send("Emma").unwrap();
    let (give, silent) = channel();
    let mut hatches = vec![emma, silent];
    if silent_is_first {
        hatches.reverse();
    }
    let all = merge(hatches);
    let thing = all.recv();
    assert!(
        thing == Ok("Emma"),
        "Emma came through one hatch, nothing through the other, and this came out: {thing:?}"
    );
    drop((give_emma, give));
}

fn silent_first() {
    beside_a_silent_one(true);
}

fn silent_last() {
    beside_a_silent_one(false);
}

fn none_and_one() {
    let none = sorted(merge(Vec::new()));
    let one = sorted(merge(vec![hatch(&["Emma"])]));
    assert!(
        none.is_empty() && one == ["Emma"],
        "out of no hatch came {none:?}, and Emma out of one, where these came: {one:?}"
    );
}

fn three() {
    let things = sorted(merge(vec![hatch(&[]), hatch(&[]), hatch(&["Faust"])]));
    assert!(
        things == ["Faust"],
        "Faust came through one of three hatches, and these came out: {things:?}"
    );
}

fn given_up() {
    let (give, take) = sync_channel(0);
    let all = merge(vec![take]);
    let ann = checks::clerk("Ann", move || {
        let given = give.send("Emma");
        (give, given)
    });
    let thing = all.recv();
    drop(all);
    let (give, given) = ann.join().unwrap();
    assert!(
        given.is_ok() && thing == Ok("Emma"),
        "Ann gave Emma, and this came out: {thing:?}"
    );
    // Faust may be lost.
    let _ = give.send("Faust");
    let third = give.send("Hamlet");
    assert!(
        third.is_err(),
        "nobody receives any more, a book was lost, and the next one could be sent"
    );
}

fn whoever_waits_sleeps() {
    let (give, take) = channel::<&str>();
    let all = merge(vec![take, hatch(&[])]);
    let _ = all.recv();
    drop(give);
}
