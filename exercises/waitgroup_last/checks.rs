//! What is demanded of `exercise.rs`.

mod exercise;

use checks::{assert, every};
use exercise::Work;
use std::thread::{self, JoinHandle};

fn main() {
    checks::main(&[
        every("the light is turned off once", once),
        every("one clerk alone turns it off as well", alone),
        every("all work is done before the light goes off", after_all_work),
        every("a clerk turns it off", in_the_hand_of_a_clerk),
        every("nobody waits for anybody", nobody_waits),
        every("whoever was started last waits for nobody", nor_the_last),
        every("`close` returns at once", returns_at_once),
        every("all work at the same time", all_at_once),
    ]);
}

fn nothing() -> Work {
    Box::new(|| ())
}

fn close(work: Vec<Work>, lights_out: impl Fn() + Send + Sync + 'static) -> Vec<JoinHandle<()>> {
    exercise::close(work, lights_out)
}

fn turned_off(work: Vec<Work>) -> usize {
    let off = checks::log();
    for clerk in close(work, || off.note("off")) {
        clerk.join().unwrap();
    }
    off.count("off")
}

fn once() {
    let times = turned_off(vec![nothing(), nothing()]);
    assert!(times == 1, "the light was turned off {times} times");
}

fn alone() {
    let times = turned_off(vec![nothing()]);
    assert!(times == 1, "the light was turned off {times} times");
}

fn after_all_work() {
    let done = checks::log();
    let work = || -> Work { Box::new(|| done.note("work")) };
    let lights_out = || {
        let count = done.count("work");
        assert!(
            count == 2,
            "it is dark, and {count} of 2 are done with their work"
        );
    };
    for clerk in close(vec![work(), work()], lights_out) {
        clerk.join().unwrap();
    }
}

fn in_the_hand_of_a_clerk() {
    let main = thread::current().id();
    let lights_out = move || {
        let here = thread::current().id();
        assert!(here != main, "the librarian has turned off the light");
    };
    for clerk in close(vec![nothing()], lights_out) {
        clerk.join().unwrap();
    }
}

/// Ann goes home although Bob has not begun: only then may he.
fn nobody_waits() {
    let ann_is_home = checks::handshake();
    let bob: Work = Box::new(|| ann_is_home.join());
    let mut clerks = close(vec![nothing(), bob], || ()).into_iter();
    if let Some(ann) = clerks.next() {
        ann.join().unwrap();
    }
    ann_is_home.join();
    for clerk in clerks {
        clerk.join().unwrap();
    }
}

/// The other way round: whoever was started last does not wait either.
fn nor_the_last() {
    let bob_is_home = checks::handshake();
    let ann: Work = Box::new(|| bob_is_home.join());
    let mut clerks = close(vec![ann, nothing()], || ());
    if let Some(bob) = clerks.pop() {
        bob.join().unwrap();
    }
    bob_is_home.join();
    for clerk in clerks {
        clerk.join().unwrap();
    }
}

fn returns_at_once() {
    let returned = checks::handshake();
    let work: Work = Box::new(|| returned.join());
    let clerks = close(vec![work], || ());
    returned.join();
    for clerk in clerks {
        clerk.join().unwrap();
    }
}

fn all_at_once() {
    let inside = checks::meeting(2);
    let work = || -> Work { Box::new(|| inside.join()) };
    for clerk in close(vec![work(), work()], || ()) {
        clerk.join().unwrap();
    }
}
