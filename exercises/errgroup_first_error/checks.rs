//! What is demanded of `exercise.rs`.

mod exercise;

use checks::{assert, every};
use exercise::{Task, run_all};

fn main() {
    checks::main(&[
        every("if none fails, there is no error", none_fails),
        every("they run at the same time", at_the_same_time),
        every("a failure is returned", a_failure),
        every("the others are told of a failure", told),
        every("the order of the tasks does not matter", the_other_order),
        every(
            "what fails because of the first failure is not returned",
            the_first_one,
        ),
        every("all have ended when it returns", all_have_ended),
        every("nobody is told before somebody has failed", not_before),
    ]);
}

const LADDER: &str = "the ladder is broken";

/// A task that fails at once.
fn fails() -> Task {
    Box::new(|_| Err(LADDER.to_owned()))
}

/// A task that waits until it is told, and then fails or not.
fn listens(then: Result<(), String>) -> Task {
    Box::new(|ctx| {
        let _ = ctx.done().recv();
        then
    })
}

fn check(result: Result<(), String>) {
    assert!(
        result == Err(LADDER.to_owned()),
        "a task failed: {LADDER}. It returned {result:?}"
    );
}

fn none_fails() {
    let done = checks::log();
    let task = || -> Task {
        Box::new(|_| {
            done.note("done");
            Ok(())
        })
    };
    let nothing = run_all(Vec::new());
    let result: Result<(), String> = run_all(vec![task(), task()]);
    let times = done.count("done");
    assert!(
        nothing.is_ok() && result.is_ok() && times == 2,
        "none failed, {times} of two tasks were done, and it returned {nothing:?} and {result:?}"
    );
}

fn at_the_same_time() {
    let inside = checks::meeting(2);
    let task = || -> Task {
        Box::new(|_| {
            inside.join();
            Ok(())
        })
    };
    let result: Result<(), String> = run_all(vec![task(), task()]);
    assert!(result.is_ok(), "none failed, and it returned {result:?}");
}

fn a_failure() {
    check(run_all(vec![fails()]));
    check(run_all(vec![Box::new(|_| Ok(())), fails()]));
}

fn told() {
    check(run_all(vec![listens(Ok(())), fails()]));
}

fn the_other_order() {
    check(run_all(vec![fails(), listens(Ok(()))]));
}

fn the_first_one() {
    check(run_all(vec![
        listens(Err("I was told to stop".to_owned())),
        fails(),
    ]));
}

fn all_have_ended() {
    let ended = checks::log();
    let lingers: Task = Box::new(|ctx| {
        let _ = ctx.done().recv();
        ended.note("ended");
        Ok(())
    });
    let result: Result<(), String> = run_all(vec![fails(), lingers]);
    let count = ended.count("ended");
    assert!(count == 1, "it has returned, and a task is still running");
    check(result);
}

fn not_before() {
    // One ends without an error, and that is no reason to stop.
    let looks: Task = Box::new(|ctx| {
        let told = ctx.err().is_some();
        assert!(!told, "nobody has failed, and a task was told to stop");
        Ok(())
    });
    let result: Result<(), String> = run_all(vec![Box::new(|_| Ok(())), looks]);
    assert!(result.is_ok(), "none failed, and it returned {result:?}");
}
