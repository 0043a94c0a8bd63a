//! A page measures on the reader's own machine. What measures here is a stand-in: the course's own
//! program takes a while to build and to run.

use crate::support::asking::{Page, kinds};
use crate::support::course::SmallCourse;
use crate::support::serving::Serving;
use serde_json::{Value, json};
use std::time::{Duration, Instant};

const MANIFEST: &str = "[package]\nname = \"stand-in\"\nedition = \"2024\"\n\n[workspace]\n";

/// The group `endless` has no end, `broken` fails.
const PROGRAM: &str = r##"
fn main() {
    assert!(!cfg!(debug_assertions), "it is built with optimization");
    let group = std::env::args().nth(1).unwrap();
    println!("{{\"event\":\"round\",\"round\":1,\"of\":2}}");
    if group == "endless" {
        loop {
            std::thread::park();
        }
    }
    assert!(group != "broken", "no luck today");
    println!("{{\"event\":\"round\",\"round\":2,\"of\":2}}");
    println!("this is no event");
    println!("{{\"event\":\"measured\",\"svg\":\"<svg/>\",\"rounds\":2,\"with_go\":false}}");
}
"##;

const RECORDED: &str =
    r#"{"groups":[{"name":"mutex"},{"name":"endless"},{"name":"broken"}],"rounds":11}"#;

fn reading() -> (SmallCourse, Serving, Page) {
    let course = SmallCourse::new();
    for folder in ["src/bin", "recorded"] {
        std::fs::create_dir_all(course.file("measurements").join(folder)).unwrap();
    }
    course.save("measurements/Cargo.toml", MANIFEST);
    course.save("measurements/src/bin/here.rs", PROGRAM);
    course.save("measurements/recorded/measurements.json", RECORDED);
    let serving = Serving::start(course.path());
    let page = Page::open(&serving);
    (course, serving, page)
}

fn group(name: &str) -> Value {
    json!({ "group": name })
}

#[test]
fn what_was_recorded_is_measured_anew() {
    let (_course, _serving, page) = reading();
    let events = page.events("measure", &group("mutex"));
    assert_eq!(kinds(&events), ["preparing", "round", "measured", "end"]);
    assert_eq!(events[2]["round"], 2);
    assert_eq!(
        events[3],
        json!({ "event": "measured", "svg": "<svg/>", "rounds": 2, "with_go": false })
    );
    assert_eq!(events[4]["status"], 0);
}

#[test]
fn nothing_else_is_measured() {
    let (_course, _serving, page) = reading();
    for name in ["start", "", "../mutex", "--help"] {
        let answer = page.ask("measure", &group(name));
        assert_eq!(answer.status, 400);
        assert!(answer.text().contains("There is no measurement"), "{name}");
    }
}

#[test]
fn one_thing_is_measured_at_a_time_until_it_is_stopped() {
    let (_course, _serving, page) = reading();
    let mut endless = page.start("measure", &group("endless"));
    endless.until("round");
    let second = page.ask("measure", &group("mutex"));
    assert_eq!(second.status, 429);
    assert!(second.text().contains("measured already"));
    drop(endless);
    let start = Instant::now();
    while page.ask("measure", &group("mutex")).status == 429 {
        assert!(start.elapsed() < Duration::from_secs(30), "it goes on");
        std::thread::sleep(Duration::from_millis(50));
    }
}

#[test]
fn a_measurement_that_fails_says_why() {
    let (_course, _serving, page) = reading();
    let events = page.events("measure", &group("broken"));
    assert_eq!(kinds(&events), ["preparing", "round", "error", "end"]);
    let text = events[2]["text"].as_str().unwrap();
    assert!(text.contains("no luck today"), "{text}");
    assert_eq!(events[3]["status"], 2);
}
