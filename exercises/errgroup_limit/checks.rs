//! What is demanded of `exercise.rs`.

mod exercise;

use checks::{assert, every, sleeps};
use exercise::Group;
use std::sync::Arc;
use std::thread;

fn main() {
    checks::main(&[
        every("all jobs are done when `wait` returns", all_done),
        every("never more at work than the limit", never_more),
        every(
            "never more at work, although two start clerks",
            two_starters,
        ),
        every("never more at work, although two have waited", two_waiting),
        every("as many at work as the limit", as_many),
        every(
            "whoever starts a clerk waits until there is room",
            waits_for_room,
        ),
        every(
            "whoever starts a clerk does not wait for his end",
            does_not_wait,
        ),
        every(
            "there is room as soon as any of them has ended",
            any_of_them,
        ),
        every("each job has a clerk of its own", one_job_each),
        every("a panic gives its place back", after_a_panic),
        every("`wait` says how many have panicked", counts_panics),
        sleeps("whoever waits sleeps", whoever_waits_sleeps),
    ]);
}

fn all_done() {
    let done = checks::log();
    let group = Group::new(2);
    for _ in 0..2 {
        group.go(|| done.note("done"));
    }
    let panicked: usize = group.wait();
    let count = done.count("done");
    assert!(
        count == 2 && panicked == 0,
        "two jobs: `wait` has returned, {count} are done, and it says that {panicked} panicked"
    );
}

fn never_more() {
    let at_work = checks::gauge();
    let group = Group::new(1);
    for _ in 0..2 {
        group.go(|| drop(at_work.enter()));
    }
    group.wait();
    let most = at_work.most();
    assert!(most == 1, "the limit is 1, and {most} were at work");
}

fn two_starters() {
    let at_work = checks::gauge();
    let group = Arc::new(Group::new(1));
    let shared = Arc::clone(&group);
    let ann = checks::clerk("Ann", move || shared.go(|| drop(at_work.enter())));
    group.go(|| drop(at_work.enter()));
    ann.join().unwrap();
    group.wait();
    let most = at_work.most();
    assert!(most == 1, "the limit is 1, and {most} were at work");
}

fn two_waiting() {
    let at_work = checks::gauge();
    let group = Arc::new(Group::new(1));
    // Both may have to wait for the end of this one.
    group.go(|| ());
    let shared = Arc::clone(&group);
    let ann = checks::clerk("Ann", move || shared.go(|| drop(at_work.enter())));
    group.go(|| drop(at_work.enter()));
    ann.join().unwrap();
    group.wait();
    let most = at_work.most();
    assert!(most == 1, "the limit is 1, and {most} were at work");
}

fn as_many() {
    let inside = checks::meeting(2);
    let group = Group::new(2);
    for _ in 0..2 {
        group.go(|| inside.join());
    }
    group.wait();
}

fn waits_for_room() {
    let done = checks::log();
    let group = Group::new(1);
    group.go(|| done.note("done"));
    group.go(|| ());
    let count = done.count("done");
    assert!(
        count == 1,
        "the limit is 1, and `go` has returned while the first is still at work"
    );
    group.wait();
}

fn does_not_wait() {
    // The clerk works until the one who has started him comes.
    let started = checks::handshake();
    let group = Group::new(1);
    group.go(|| started.join());
    started.join();
    group.wait();
}

fn any_of_them() {
    // The first works until the third comes, who gets the place of the second.
    let inside = checks::meeting(2);
    let group = Group::new(2);
    group.go(|| inside.join());
    group.go(|| ());
    group.go(|| inside.join());
    group.wait();
}

fn one_job_each() {
    let clerks = checks::log();
    let group = Group::new(1);
    for _ in 0..2 {
        group.go(|| clerks.note(format!("{:?}", thread::current().id())));
    }
    group.wait();
    let clerks = clerks.all();
    assert!(
        clerks.len() != 2 || clerks[0] != clerks[1],
        "one clerk has done both jobs"
    );
}

fn after_a_panic() {
    let group = Group::new(1);
    group.go(|| panic!("the ladder is broken"));
    group.go(|| ());
    group.wait();
}

fn counts_panics() {
    let group = Group::new(3);
    group.go(|| panic!("the ladder is broken"));
    group.go(|| ());
    group.go(|| panic!("the ladder is broken"));
    let panicked: usize = group.wait();
    assert!(
        panicked == 2,
        "two of three have panicked, and `wait` says {panicked}"
    );
}

fn whoever_waits_sleeps() {
    let never = checks::handshake();
    let group = Group::new(1);
    group.go(|| never.join());
    group.go(|| ());
}
