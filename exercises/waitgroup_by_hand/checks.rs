//! What is demanded of `exercise.rs`.

mod exercise;

use checks::{assert, clerk, every, panics, sleeps};
use exercise::WaitGroup;
use std::sync::Arc;

fn main() {
    checks::main(&[
        every("no done is forgotten", no_done_is_forgotten),
        every("no add is forgotten", no_add_is_forgotten),
        every("wait returns when all is done, not before", not_before),
        every("wait returns at once if nothing is to be done", at_once),
        every("everybody who waits is woken", everybody_is_woken),
        sleeps("whoever waits is asleep", asleep),
        every("one done too many panics", one_too_many),
        every("of two at once, one is one too many", one_of_two),
        every("whoever waits is not kept by a done that panics", not_kept),
        every("after that panic the group can be used", still_of_use),
        every("the group can be used again", used_again),
    ]);
}

fn no_done_is_forgotten() {
    let group = Arc::new(WaitGroup::new());
    group.add(2);
    for name in ["ann", "bob"] {
        let group = Arc::clone(&group);
        clerk(name, move || group.done());
    }
    group.wait();
}

fn no_add_is_forgotten() {
    let group = Arc::new(WaitGroup::new());
    let clerks = ["ann", "bob"].map(|name| {
        let group = Arc::clone(&group);
        clerk(name, move || group.add(1))
    });
    clerks.map(|clerk| clerk.join().unwrap());
    group.done();
    let too_many = panics(|| group.done());
    assert!(!too_many, "two tasks were added, and one could be done");
    group.wait();
}

fn not_before() {
    let group = Arc::new(WaitGroup::new());
    let work = checks::log();
    group.add(2);
    for name in ["ann", "bob"] {
        let group = Arc::clone(&group);
        clerk(name, move || {
            work.note("one");
            group.done();
        });
    }
    group.wait();
    let done = work.count("one");
    assert!(
        done == 2,
        "wait has returned, and {done} of 2 tasks were done"
    );
}

fn at_once() {
    let group = WaitGroup::new();
    group.wait();
    group.add(1);
    group.done();
    group.wait();
}

fn everybody_is_woken() {
    let group = Arc::new(WaitGroup::new());
    group.add(1);
    let waiters = ["nora", "otto"].map(|name| {
        let group = Arc::clone(&group);
        clerk(name, move || group.wait())
    });
    group.done();
    waiters.map(|waiter| waiter.join().unwrap());
}

fn asleep() {
    let group = WaitGroup::new();
    group.add(1);
    group.wait();
}

fn one_too_many() {
    let group = WaitGroup::new();
    assert!(
        panics(|| group.done()),
        "nothing was to be done, and done did not panic"
    );
    group.add(1);
    group.done();
    assert!(
        panics(|| group.done()),
        "the only task was done twice, and done did not panic"
    );
}

fn one_of_two() {
    let group = Arc::new(WaitGroup::new());
    group.add(1);
    let clerks = ["ann", "bob"].map(|name| {
        let group = Arc::clone(&group);
        clerk(name, move || panics(|| group.done()))
    });
    let [ann, bob] = clerks.map(|clerk| clerk.join().unwrap());
    assert!(
        ann != bob,
        "one task was done twice, and {}",
        if ann {
            "both panicked"
        } else {
            "nobody panicked"
        }
    );
    group.wait();
}

fn not_kept() {
    let group = Arc::new(WaitGroup::new());
    let shared = Arc::clone(&group);
    let ann = clerk("ann", move || panics(|| shared.done()));
    group.wait();
    ann.join().unwrap();
}

fn still_of_use() {
    let group = Arc::new(WaitGroup::new());
    panics(|| group.done());
    group.add(1);
    let shared = Arc::clone(&group);
    clerk("ann", move || shared.done());
    group.wait();
}

fn used_again() {
    let group = Arc::new(WaitGroup::new());
    let work = checks::log();
    for round in 1..=2 {
        group.add(1);
        let shared = Arc::clone(&group);
        clerk("ann", move || {
            work.note("one");
            shared.done();
        });
        group.wait();
        let done = work.count("one");
        assert!(
            done == round,
            "in round {round}, {done} of {round} tasks were done"
        );
    }
}
