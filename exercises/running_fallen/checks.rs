//! What is demanded of `exercise.rs`.

mod exercise;

use checks::{assert, every};
use exercise::Job;

fn main() {
    checks::main(&[
        every("nobody falls, and nobody is counted", nobody_falls),
        every("those who fall are counted", two_of_three),
        every("all may fall", all_fall),
        every("those who do not fall finish", the_others_finish),
        every("all are on their ladders at the same time", all_at_once),
        every("no jobs, no falls", no_jobs),
    ]);
}

fn falls() -> Job {
    Box::new(|| panic!("a fall"))
}

/// A fall of which is told in another type: a `String`, and not a `&str`.
fn falls_from(ladder: u32) -> Job {
    Box::new(move || panic!("a fall from ladder {ladder}"))
}

fn stays() -> Job {
    Box::new(|| ())
}

fn counts(jobs: Vec<Job>, right: usize) {
    let fallen: usize = exercise::fallen(jobs);
    assert!(
        fallen == right,
        "{right} have fallen, and {fallen} were counted"
    );
}

fn nobody_falls() {
    counts(vec![stays(), stays()], 0);
}

fn two_of_three() {
    counts(vec![falls(), stays(), falls()], 2);
}

fn all_fall() {
    counts(vec![falls(), falls_from(2)], 2);
}

fn no_jobs() {
    counts(Vec::new(), 0);
}

fn the_others_finish() {
    let finished = checks::log();
    let note = Box::new(|| finished.note("done"));
    exercise::fallen(vec![falls(), note]);
    let count = finished.count("done");
    assert!(
        count == 1,
        "a job was finished {count} times by the end, not once"
    );
}

fn all_at_once() {
    let inside = checks::meeting(3);
    let job = || -> Job { Box::new(|| inside.join()) };
    exercise::fallen(vec![job(), job(), job()]);
}
