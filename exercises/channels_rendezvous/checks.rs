//! What is demanded of `exercise.rs`.

mod exercise;

use checks::{Log, assert, every, sleeps};
use exercise::Hatch;
use std::sync::Arc;
use std::thread::JoinHandle;

fn main() {
    checks::main(&[
        every("what one gives is taken in the same order", in_order),
        every("whoever gives stays until somebody comes", stays),
        every(
            "whoever gives stays also when woken for nothing",
            woken_for_nothing,
        ),
        every("every book is taken, and each of them once", each_once),
        every("whoever's book is taken goes on, and nobody else", goes_on),
        every("two who come get one book each", two_takers),
        sleeps("whoever gives and finds nobody sleeps", giver_sleeps),
        sleeps("whoever comes and finds nobody sleeps", taker_sleeps),
    ]);
}

/// Somebody who gives a book with their own name in it, and says when they go on.
fn giver(name: &'static str, hatch: &Arc<Hatch<String>>, gone: &'static Log) -> JoinHandle<()> {
    let hatch = Arc::clone(hatch);
    checks::clerk(name, move || {
        hatch.give(name.to_owned());
        gone.note(name);
    })
}

fn in_order() {
    let hatch = Arc::new(Hatch::open());
    let shared = Arc::clone(&hatch);
    let ann = checks::clerk("Ann", move || {
        ["Emma", "Faust"].map(|book| shared.give(book))
    });
    let taken = [hatch.take(), hatch.take()];
    ann.join().unwrap();
    assert!(
        taken == ["Emma", "Faust"],
        "Emma was given and then Faust, and these were taken: {taken:?}"
    );
}

fn stays() {
    let (hatch, gone) = (Arc::new(Hatch::open()), checks::log());
    let ann = giver("Ann", &hatch, gone);
    let gone_on = gone.count("Ann");
    assert!(gone_on == 0, "nobody has come, and Ann has gone on");
    hatch.take();
    ann.join().unwrap();
}

fn woken_for_nothing() {
    // A thread may be unparked by anybody, at any time.
    let (hatch, gone) = (Arc::new(Hatch::open()), checks::log());
    let ann = giver("Ann", &hatch, gone);
    ann.thread().unpark();
    let gone_on = gone.count("Ann");
    assert!(
        gone_on == 0,
        "nobody has come, Ann's thread was unparked, and Ann has gone on"
    );
    hatch.take();
    ann.join().unwrap();
}

fn each_once() {
    let (hatch, gone) = (Arc::new(Hatch::open()), checks::log());
    let givers = ["Ann", "Bob"].map(|name| giver(name, &hatch, gone));
    let mut taken = [hatch.take(), hatch.take()];
    taken.sort();
    for giver in givers {
        giver.join().unwrap();
    }
    assert!(
        taken == ["Ann", "Bob"],
        "Ann and Bob each gave a book, and the books of these two were taken: {taken:?}"
    );
}

fn goes_on() {
    let (hatch, gone) = (Arc::new(Hatch::open()), checks::log());
    let (ann, bob) = (giver("Ann", &hatch, gone), giver("Bob", &hatch, gone));
    let first = hatch.take();
    let (one, other) = if first == "Ann" {
        (ann, bob)
    } else {
        (bob, ann)
    };
    one.join().unwrap();
    let gone_on = gone.all();
    assert!(
        gone_on == [first.as_str()],
        "{first}'s book was taken, and these have gone on: {gone_on:?}"
    );
    hatch.take();
    other.join().unwrap();
}

fn two_takers() {
    let hatch = Arc::new(Hatch::open());
    let takers = ["Paul", "Ida"].map(|name| {
        let hatch = Arc::clone(&hatch);
        checks::clerk(name, move || hatch.take())
    });
    hatch.give("Emma".to_owned());
    hatch.give("Faust".to_owned());
    let mut taken = takers.map(|taker| taker.join().unwrap());
    taken.sort();
    assert!(
        taken == ["Emma", "Faust"],
        "Emma and Faust were given, and these were taken: {taken:?}"
    );
}

fn giver_sleeps() {
    Hatch::open().give("Emma");
}

fn taker_sleeps() {
    Hatch::<String>::open().take();
}
