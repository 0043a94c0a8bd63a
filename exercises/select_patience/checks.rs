//! What is demanded of `exercise.rs`.

mod exercise;

use checks::{Log, Meeting, assert, every, some};
use std::cell::RefCell;
use std::thread;
use std::time::{Duration, Instant};

fn main() {
    checks::main(&[
        some("she can get an answer", she_gets_one),
        some("she goes on as soon as she has the answer", at_once),
        every(
            "she gets the answer that was found, or none",
            the_answer_or_none,
        ),
        every(
            "she does not leave before her patience is over",
            not_too_early,
        ),
        every(
            "she does not leave without an answer that is there",
            not_without_it,
        ),
        every("the clerk is a thread of his own", a_thread_of_his_own),
        every("she leaves although the clerk is still looking", she_leaves),
        every(
            "the clerk can go home when nobody takes the answer",
            he_goes_home,
        ),
        every(
            "he goes home as well when she takes it",
            he_goes_home_as_well,
        ),
    ]);
}

const A_MOMENT: Duration = Duration::from_millis(10);

fn she_gets_one() {
    if exercise::ask(|| 7, A_MOMENT).is_some() {
        checks::reached();
    }
}

fn at_once() {
    let begin = Instant::now();
    let answer = exercise::ask(|| 7, A_MOMENT);
    if answer.is_some() && begin.elapsed() < A_MOMENT {
        checks::reached();
    }
}

fn the_answer_or_none() {
    let answer = exercise::ask(|| 7, A_MOMENT);
    assert!(
        answer.is_none_or(|shelf| shelf == 7),
        "it is on shelf 7, and she was told {answer:?}"
    );
}

fn a_thread_of_his_own() {
    let main = thread::current().id();
    exercise::ask(
        move || {
            let here = thread::current().id();
            assert!(here != main, "the reader looks for herself");
        },
        A_MOMENT,
    );
}

fn not_too_early() {
    let begin = Instant::now();
    let answer = exercise::ask(|| 7, A_MOMENT);
    let patient = begin.elapsed();
    assert!(
        answer.is_some() || patient >= A_MOMENT,
        "she has patience for {A_MOMENT:?}, and left without an answer after {patient:?}"
    );
}

/// What a clerk has with him: it tells when he has gone, with everything that he had to do done.
struct Coat(&'static Log, Instant);

impl Drop for Coat {
    fn drop(&mut self) {
        if Instant::now() < self.1 {
            self.0.note("in time");
        }
    }
}

thread_local! {
    static HOOK: RefCell<Option<Coat>> = const { RefCell::new(None) };
}

fn not_without_it() {
    let (gone, until) = (checks::log(), Instant::now() + A_MOMENT);
    let search = move || {
        HOOK.set(Some(Coat(gone, until)));
        7
    };
    let answer = exercise::ask(search, A_MOMENT);
    // Where there is a third thread, the answer may still be on its way through it.
    let is_there = checks::threads() == Some(1) && gone.count("in time") == 1;
    assert!(
        answer.is_some() || !is_there,
        "the clerk had found it and gone home before her patience was over, and she left without it"
    );
}

fn she_leaves() {
    // The clerk finds nothing before she has left.
    let left = checks::handshake();
    let answer = exercise::ask(|| left.join(), A_MOMENT);
    assert!(answer.is_none(), "she has an answer before there was one");
    left.pass();
}

/// An answer that tells when nobody has it any more.
struct Answer(&'static Meeting);

impl Drop for Answer {
    fn drop(&mut self) {
        self.0.pass();
    }
}

fn he_goes_home() {
    let (left, gone) = (checks::handshake(), checks::handshake());
    let answer = Answer(gone);
    let got = exercise::ask(
        move || {
            left.join();
            answer
        },
        A_MOMENT,
    );
    assert!(got.is_none(), "she has an answer before there was one");
    left.pass();
    // Whoever stands there with the answer in his hands for ever, never lets go of it.
    gone.join();
}

fn he_goes_home_as_well() {
    let gone = checks::handshake();
    let answer = Answer(gone);
    drop(exercise::ask(move || answer, A_MOMENT));
    gone.join();
}
