//! Many at once, and those who leave.

use crate::support::LIMIT;
use crate::support::asking::{Page, stdout};
use crate::support::course::SmallCourse;
use crate::support::processes::{children_of, is_there};
use crate::support::serving::Serving;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::thread;
use std::time::Instant;

fn reading() -> (SmallCourse, Serving, Page) {
    let course = SmallCourse::new();
    let serving = Serving::start(course.path());
    let page = Page::open(&serving);
    (course, serving, page)
}

const HELLO: &str = "fn main() { print!(\"hello\"); }";
const SLOW: &str = "fn main() { std::thread::sleep(std::time::Duration::from_secs(3)); }";
const ENDLESS: &str = "fn main() { println!(\"here\"); loop { std::thread::park(); } }";

fn run(text: &str) -> Value {
    json!({ "language": "rust", "text": text })
}

#[test]
fn of_two_hundred_at_once_each_is_run_or_turned_away_with_a_word() {
    let (_course, serving, page) = reading();
    page.events("run", &run(HELLO));
    let mut statuses = BTreeMap::<u16, usize>::new();
    thread::scope(|scope| {
        let ask = || {
            let answer = page.ask("run", &run(HELLO));
            let text = answer.text();
            match answer.status {
                200 => {
                    let events: Vec<Value> = text
                        .lines()
                        .map(|line| serde_json::from_str(line).unwrap())
                        .collect();
                    assert_eq!(stdout(&events), "hello");
                }
                _ => assert!(text.contains("busy with other programs"), "{text}"),
            }
            answer.status
        };
        let all: Vec<_> = (0..200).map(|_| scope.spawn(ask)).collect();
        for one in all {
            *statuses.entry(one.join().unwrap()).or_default() += 1;
        }
    });
    assert!(
        statuses.keys().all(|status| [200, 429].contains(status)),
        "{statuses:?}"
    );
    // Those who run and those who wait are served, however many come at the same time.
    assert!(statuses[&200] >= 50, "{statuses:?}");
    assert!(serving.page("/").contains("A small library."));
    assert_eq!(stdout(&page.events("run", &run(HELLO))), "hello");
}

#[test]
fn a_tab_with_many_programs_does_not_keep_another_one_waiting() {
    let (_course, serving, busy) = reading();
    let other = Page::open(&serving);
    // On two cores they take more than a minute, one after the other.
    let slow: Vec<_> = (0..50).map(|_| busy.start("run", &run(SLOW))).collect();
    let start = Instant::now();
    assert_eq!(stdout(&other.events("run", &run(HELLO))), "hello");
    let waited = start.elapsed();
    assert!(waited.as_secs() < 10, "it waited for {waited:?}");
    drop(slow);
}

#[test]
fn who_waits_is_told_so_and_more_than_fifty_are_turned_away() {
    let (_course, _serving, page) = reading();
    let mut all: Vec<_> = (0..200).map(|_| page.start("run", &run(ENDLESS))).collect();
    let away = all.iter().filter(|stream| stream.status == 429).count();
    let cores = thread::available_parallelism().unwrap().get();
    assert_eq!(200 - away, cores + 50);
    let last = all.iter_mut().rfind(|stream| stream.status == 200).unwrap();
    assert_eq!(last.next().unwrap(), json!({ "event": "queued" }));
    // Those who leave make room.
    all.clear();
    wait_until(|| page.ask("run", &run(HELLO)).status == 200);
}

#[cfg(target_os = "linux")]
#[test]
fn an_aborted_request_leaves_no_process() {
    let (_course, serving, page) = reading();
    for (name, ask, started) in [
        ("run", run(ENDLESS), "stdout"),
        ("race", json!({ "text": ENDLESS }), ""),
        ("explore", json!({ "text": BRANCHING }), "progress"),
        ("run", run(COMPILES_FOR_EVER), ""),
    ] {
        let mut stream = page.start(name, &ask);
        if started.is_empty() {
            wait_until(|| !children_of(serving.process()).is_empty());
        } else {
            stream.until(started);
        }
        assert!(!children_of(serving.process()).is_empty(), "{name}");
        drop(stream);
        wait_until(|| children_of(serving.process()).is_empty());
    }
    assert_eq!(stdout(&page.events("run", &run(HELLO))), "hello");
}

/// With far more schedules than can be looked at in a minute.
const BRANCHING: &str = "
use std::sync::atomic::{AtomicU64, Ordering::SeqCst};
static X: AtomicU64 = AtomicU64::new(1);
fn main() {
    std::thread::scope(|s| {
        for n in 0..6 {
            s.spawn(move || for _ in 0..6 { X.store(X.load(SeqCst) * 7 + n, SeqCst); });
        }
    });
}";

/// A macro that doubles itself thirty times.
const COMPILES_FOR_EVER: &str = "
macro_rules! double {
    ($($x:tt)*) => { deeper!($($x)* $($x)*) };
}
macro_rules! deeper {
    ($($x:tt)*) => { double!($($x)* $($x)*) };
}
fn main() { double!(x); }";

#[cfg(target_os = "linux")]
#[test]
fn a_server_that_ends_takes_every_program_with_it() {
    for signal in ["TERM", "KILL"] {
        let (_course, serving, page) = reading();
        let mut stream = page.start("run", &run(ENDLESS));
        stream.until("stdout");
        let left = children_of(serving.process());
        assert!(!left.is_empty());
        serving.signal(signal);
        serving.ended();
        wait_until(|| left.iter().all(|process| !is_there(*process)));
    }
}

#[track_caller]
fn wait_until(condition: impl Fn() -> bool) {
    let start = Instant::now();
    while !condition() {
        assert!(
            start.elapsed() < LIMIT,
            "it did not come to that within {LIMIT:?}"
        );
        thread::yield_now();
    }
}
