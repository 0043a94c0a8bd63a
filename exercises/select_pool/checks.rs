//! What is demanded of `exercise.rs`.

mod exercise;

use checks::{assert, every};
use exercise::Job;

fn main() {
    checks::main(&[
        every("each job is done once when it returns", each_once),
        every("there may be no job", no_job),
        every("there may be more clerks than jobs", more_clerks),
        every("never more jobs at the same time than clerks", never_more),
        every("as many jobs at the same time as clerks", as_many),
        every("a long job holds up one clerk only", a_long_job),
    ]);
}

fn each_once() {
    // Explored, as few as may go wrong; on real threads as many as do not come out even.
    done(checks::threads().map_or(7, |_| 2), 2);
}

fn no_job() {
    done(0, 2);
}

fn more_clerks() {
    done(1, 2);
}

fn done(jobs: usize, clerks: usize) {
    let done = checks::log();
    let job = |number: usize| -> Job { Box::new(move || done.note(number)) };
    exercise::run_all((0..jobs).map(job).collect(), clerks);
    let mut done = done.all();
    done.sort();
    let right: Vec<String> = (0..jobs).map(|number| number.to_string()).collect();
    assert!(
        done == right,
        "of the jobs {right:?} these were done: {done:?}"
    );
}

fn never_more() {
    let at_work = checks::gauge();
    let job = || -> Job { Box::new(|| drop(at_work.enter())) };
    exercise::run_all(vec![job(), job()], 1);
    let most = at_work.most();
    assert!(
        most == 1,
        "one clerk, and {most} jobs were done at the same time"
    );
}

fn as_many() {
    let inside = checks::meeting(2);
    let job = || -> Job { Box::new(|| inside.join()) };
    exercise::run_all(vec![job(), job()], 2);
}

fn a_long_job() {
    // The first job takes until the other two are done.
    let done = [checks::handshake(), checks::handshake()];
    let long: Job = Box::new(move || {
        for other in done {
            other.join();
        }
    });
    let short = |number: usize| -> Job { Box::new(move || done[number].pass()) };
    exercise::run_all(vec![long, short(0), short(1)], 2);
}
