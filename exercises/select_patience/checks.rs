//! What is demanded of `exercise.rs`.

mod exercise;

use checks::{assert, every, some};
use std::sync::{Arc, Condvar, Mutex};
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

/// A door that opens once.
#[derive(Default)]
struct Door(Mutex<bool>, Condvar);

impl Door {
    fn open(&self) {
        *self.0.lock().unwrap() = true;
        self.1.notify_all();
    }

    fn wait(&self) {
        let open = self.0.lock().unwrap();
        drop(self.1.wait_while(open, |open| !*open).unwrap());
    }
}

fn she_leaves() {
    // The clerk finds nothing before she has left.
    let left = Arc::new(Door::default());
    let door = Arc::clone(&left);
    let answer = exercise::ask(move || door.wait(), A_MOMENT);
    assert!(answer.is_none(), "she has an answer before there was one");
    left.open();
}

/// An answer that opens a door when nobody has it any more.
struct Answer(Arc<Door>);

impl Drop for Answer {
    fn drop(&mut self) {
        self.0.open();
    }
}

fn he_goes_home() {
    let (left, gone) = (Arc::new(Door::default()), Arc::new(Door::default()));
    let (wait, answer) = (Arc::clone(&left), Answer(Arc::clone(&gone)));
    let got = exercise::ask(
        move || {
            wait.wait();
            answer
        },
        A_MOMENT,
    );
    assert!(got.is_none(), "she has an answer before there was one");
    left.open();
    // Whoever stands there with the answer in his hands for ever, never lets go of it.
    gone.wait();
}

fn he_goes_home_as_well() {
    let gone = Arc::new(Door::default());
    let answer = Answer(Arc::clone(&gone));
    drop(exercise::ask(move || answer, A_MOMENT));
    gone.wait();
}
