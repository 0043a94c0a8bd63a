//! What is demanded of `exercise.rs`.

mod exercise;

use checks::{assert, every, sleeps};
use exercise::Task;
use std::sync::Arc;
use std::thread::JoinHandle;

fn main() {
    checks::main(&[
        every("all below end with it, and theirs", all_below),
        every("nothing above and nothing beside it ends", nothing_else),
        every("to let go of a task ends nothing", let_go),
        every(
            "what is made from a task that has ended has ended",
            made_later,
        ),
        every(
            "what is made while a task is ended ends as well",
            made_meanwhile,
        ),
        every("when `end` returns, all below have ended", ended_on_return),
        every("whoever waits is told", is_told),
        every("all who wait are told", all_are_told),
        every(
            "two may end two tasks of one tree at the same time",
            two_ends,
        ),
        sleeps("whoever waits sleeps", whoever_waits_sleeps),
    ]);
}

fn ends(name: &str, task: &Arc<Task>) -> JoinHandle<()> {
    let task = Arc::clone(task);
    checks::clerk(name, move || task.end())
}

fn all_below() {
    let day = Task::first();
    let nora = day.below();
    let (desk, cellar) = (nora.below(), nora.below());
    let before = nora.has_ended() || desk.has_ended();
    assert!(!before, "nobody has ended anything, and a task has ended");
    day.end();
    let ended = [&day, &nora, &desk, &cellar].map(Task::has_ended);
    assert!(
        ended == [true; 4],
        "the day has ended; it, a task below it, and two below that one have ended: {ended:?}"
    );
    nora.end();
}

fn nothing_else() {
    let day = Task::first();
    let (nora, paul) = (day.below(), day.below());
    let clerk = nora.below();
    nora.end();
    let (above, beside, below) = (day.has_ended(), paul.has_ended(), clerk.has_ended());
    assert!(
        (above, beside, below) == (false, false, true),
        "a task was ended: above it has ended: {above}, beside it: {beside}, below it: {below}"
    );
    let later: bool = day.below().has_ended();
    assert!(
        !later,
        "the day goes on, and what is made from it has ended"
    );
}

fn let_go() {
    let day = Task::first();
    let nora = day.below();
    let clerk = nora.below();
    drop(nora);
    let (above, below) = (day.has_ended(), clerk.has_ended());
    assert!(
        (above, below) == (false, false),
        "nobody holds a task any more, and nobody has ended it; above it has ended: {above}, below \
         it: {below}"
    );
}

fn made_later() {
    let day = Task::first();
    let nora = day.below();
    day.end();
    let ended = [nora.below().has_ended(), day.below().below().has_ended()];
    assert!(
        ended == [true, true],
        "two tasks were made after the end of the day; they have ended: {ended:?}"
    );
}

fn made_meanwhile() {
    let day = Arc::new(Task::first());
    let librarian = ends("the librarian", &day);
    let nora = day.below();
    nora.wait();
    librarian.join().unwrap();
    let ended: bool = nora.has_ended();
    assert!(ended, "it was told that it has ended, and goes on");
}

fn ended_on_return() {
    let day = Arc::new(Task::first());
    let clerk = day.below().below();
    let librarian = ends("the librarian", &day);
    day.end();
    let ended: bool = clerk.has_ended();
    assert!(
        ended,
        "`end` has returned, and a task two below still goes on"
    );
    librarian.join().unwrap();
}

fn is_told() {
    let day = Arc::new(Task::first());
    let clerk = day.below().below();
    let librarian = ends("the librarian", &day);
    clerk.wait();
    librarian.join().unwrap();
    clerk.wait();
}

fn all_are_told() {
    let nora = Arc::new(Task::first().below());
    let waiting = ["Ann", "Bob"].map(|name| {
        let nora = Arc::clone(&nora);
        checks::clerk(name, move || nora.wait())
    });
    nora.end();
    for clerk in waiting {
        clerk.join().unwrap();
    }
}

fn two_ends() {
    let day = Arc::new(Task::first());
    let nora = Arc::new(day.below());
    let librarian = ends("the librarian", &day);
    nora.end();
    let ended: bool = nora.has_ended();
    assert!(ended, "`end` has returned, and the task goes on");
    librarian.join().unwrap();
}

fn whoever_waits_sleeps() {
    let day = Task::first();
    let (nora, paul) = (day.below(), day.below());
    paul.end();
    nora.wait();
}
