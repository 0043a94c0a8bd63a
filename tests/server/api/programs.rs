//! A page runs, race-checks and explores programs.

use crate::support::asking::{Page, kinds, stdout};
use crate::support::course::SmallCourse;
use crate::support::serving::Serving;
use serde_json::{Value, json};
use std::time::{SystemTime, UNIX_EPOCH};

fn reading() -> (SmallCourse, Serving, Page) {
    let course = SmallCourse::new();
    let serving = Serving::start(course.path());
    let page = Page::open(&serving);
    (course, serving, page)
}

fn rust(text: &str) -> Value {
    json!({ "language": "rust", "text": text })
}

/// The events without those that tell that something must be built first.
fn told(page: &Page, name: &str, body: &Value) -> Vec<Value> {
    let mut events = page.events(name, body);
    events.retain(|event| event["event"] != "preparing");
    events
}

#[test]
fn a_program_runs_and_is_remembered() {
    let (_course, _serving, page) = reading();
    let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap();
    let unique = format!("fn main() {{ println!(\"{}\"); }}", now.as_nanos());
    let first = told(&page, "run", &rust(&unique));
    assert_eq!(kinds(&first), ["start", "stdout", "end"]);
    assert_eq!(first[0]["cached"], false);
    let end = first.last().unwrap();
    assert_eq!((&end["status"], &end["words"]), (&json!(0), &Value::Null));
    let again = told(&page, "run", &rust(&unique));
    assert_eq!(again[0], json!({ "event": "start", "cached": true }));
    assert_eq!(stdout(&again), stdout(&first));
}

#[test]
fn output_and_errors_are_apart_and_a_panic_has_its_status() {
    let (_course, _serving, page) = reading();
    let text = "fn main() {\n    println!(\"one\");\n    panic!(\"two\");\n}\n";
    let events = told(&page, "run", &rust(text));
    assert_eq!(stdout(&events), "one\n");
    let errors: Vec<_> = events
        .iter()
        .filter(|event| event["event"] == "stderr")
        .collect();
    let panic = errors[0]["text"].as_str().unwrap();
    assert!(panic.contains("src/main.rs:3:5"), "{panic}");
    assert_eq!(events.last().unwrap()["status"], 101);
}

#[test]
fn what_is_printed_comes_while_the_program_runs() {
    let (_course, _serving, page) = reading();
    let text = "fn main() { println!(\"here\"); loop { std::thread::park(); } }";
    let mut stream = page.start("run", &rust(text));
    assert_eq!(stream.until("stdout")["text"], "here\n");
}

#[test]
fn a_program_that_does_not_compile_is_refused_in_the_compilers_words() {
    let (_course, _serving, page) = reading();
    let events = told(&page, "run", &rust("fn main() { let x: u8 = \"\"; }"));
    assert_eq!(kinds(&events), ["refused", "end"]);
    let text = events[0]["text"].as_str().unwrap();
    assert!(text.starts_with("error[E0308]: mismatched types"), "{text}");
    assert!(text.contains("--> src/main.rs:1:25"), "{text}");
    assert_eq!(events[1]["status"], 1);
}

#[test]
fn warnings_are_told() {
    let (_course, _serving, page) = reading();
    let events = told(&page, "run", &rust("fn main() { let x = 1; }"));
    assert_eq!(kinds(&events), ["warnings", "start", "end"]);
    let text = events[0]["text"].as_str().unwrap();
    assert!(text.contains("unused variable"), "{text}");
}

#[test]
fn an_edited_listing_is_run_as_it_is_in_the_page() {
    let (_course, _serving, page) = reading();
    let body = json!({
        "language": "rust",
        "listing": "shelves_count",
        "text": "fn main() { print!(\"edited\"); }",
    });
    assert_eq!(stdout(&told(&page, "run", &body)), "edited");
}

#[test]
fn the_whole_text_of_a_listing_is_told() {
    let (course, _serving, page) = reading();
    course.save(
        "listings/examples/shelves_count/main.go",
        "package main\n\n// ANCHOR: main\nfunc main() {}\n\n// ANCHOR_END: main\n",
    );
    for (language, text) in [
        ("rust", "fn main() {\n    println!(\"three shelves\");\n}\n"),
        ("go", "package main\n\nfunc main() {}\n\n"),
    ] {
        let ask = json!({ "listing": "shelves_count", "language": language });
        let answer = page.ask("listing", &ask);
        assert_eq!(answer.status, 200);
        let said: Value = serde_json::from_str(&answer.text()).unwrap();
        assert_eq!(said, json!({ "text": text }));
    }
    std::fs::remove_file(course.file("listings/examples/shelves_count/main.go")).unwrap();
    let ask = json!({ "listing": "shelves_count", "language": "go" });
    assert_eq!(page.ask("listing", &ask).status, 404);
}

#[test]
fn a_hang_and_a_flood_end_in_words_that_a_reader_understands() {
    let (_course, _serving, page) = reading();
    let hang = "fn main() { loop { std::thread::park(); } }";
    let flood = "fn main() { loop { println!(\"water\"); } }";
    for (text, status, words) in [
        (
            hang,
            124,
            "The program did not end within 10s and was stopped: does it wait for something that never comes, or does a loop never end?",
        ),
        (
            flood,
            137,
            "The program printed more than 256 KiB and was stopped: does it print in a loop that never ends?",
        ),
    ] {
        let events = told(&page, "run", &rust(text));
        let end = events.last().unwrap();
        assert_eq!(
            (&end["status"], &end["words"]),
            (&json!(status), &json!(words))
        );
        assert!(stdout(&events).len() <= 256 * 1024);
    }
}

#[test]
fn a_race_is_found_and_its_absence_is_told() {
    let (_course, _serving, page) = reading();
    if tools(&page)["race"].is_null() {
        return;
    }
    let racy = "static mut LOANS: u32 = 0;\n\
        fn main() {\n    std::thread::scope(|s| {\n        for _ in 0..2 {\n            \
        s.spawn(|| unsafe { LOANS += 1 });\n        }\n    });\n    println!(\"done\");\n}\n";
    let events = told(&page, "race", &json!({ "text": racy }));
    assert_eq!(kinds(&events), ["stdout", "race", "end"]);
    assert_eq!(events[1]["verdict"], "found");
    assert_eq!(events[1]["found"], 1);
    let report = events[1]["text"].as_str().unwrap();
    assert!(report.contains("src/main.rs:5"), "{report}");
    assert_eq!(events[1]["races"][0]["what"], "LOANS");
    assert_eq!(events[2]["status"], 66);

    let quiet = told(&page, "race", &json!({ "text": "fn main() {}" }));
    assert_eq!(quiet[0]["verdict"], "not_found");
    assert_eq!(quiet[0]["text"], "No data race found in 20 runs\n");
    assert_eq!(quiet[1]["status"], 0);
}

#[test]
fn a_program_is_explored_in_every_schedule() {
    let (_course, _serving, page) = reading();
    let text = "use std::sync::atomic::{AtomicU32, Ordering::SeqCst};\n\
        static LOANS: AtomicU32 = AtomicU32::new(0);\nfn main() {\n    \
        std::thread::scope(|s| {\n        for _ in 0..2 {\n            \
        s.spawn(|| { let n = LOANS.load(SeqCst); LOANS.store(n + 1, SeqCst); });\n        \
        }\n    });\n    assert_eq!(LOANS.load(SeqCst), 2);\n}\n";
    let events = told(&page, "explore", &json!({ "text": text }));
    let graph = events
        .iter()
        .find(|event| event["event"] == "graph")
        .unwrap();
    let outcomes = graph["graph"]["outcomes"].as_array().unwrap();
    assert_eq!(outcomes.len(), 2);
    assert_eq!(graph["graph"]["complete"], true);
    assert_eq!(events.last().unwrap()["status"], 1);

    let refused = told(&page, "explore", &json!({ "text": "fn other() {}" }));
    assert_eq!(kinds(&refused), ["refused", "end"]);
    let text = refused[0]["text"].as_str().unwrap();
    assert!(text.contains("it has no `fn main()`"), "{text}");
}

/// A program that is explored runs its own code, which must not get further than any other. The
/// stand-in for std has no files, but nobody is kept from calling the system.
#[cfg(target_os = "linux")]
#[test]
fn a_program_that_is_explored_is_confined() {
    let (course, _serving, page) = reading();
    let opens = |file: &str| {
        let text = format!(
            "unsafe extern \"C\" {{ fn open(file: *const core::ffi::c_char, flags: i32, ...) -> i32; }}\n\
             fn main() {{ print!(\"{{}}\", unsafe {{ open(c{file:?}.as_ptr(), 0) }} >= 0) }}"
        );
        let events = told(&page, "explore", &json!({ "text": text }));
        let graph = events.iter().find(|event| event["event"] == "graph");
        let graph = graph.unwrap_or_else(|| panic!("{events:?}"));
        graph["graph"]["outcomes"][0]["stdout"].clone()
    };
    assert_eq!(opens("/dev/null"), "true");
    assert_eq!(opens(course.file("book.toml").to_str().unwrap()), "false");
    assert_eq!(opens("/etc/passwd"), "false");
}

#[test]
fn go_runs_where_there_is_go() {
    let (_course, _serving, page) = reading();
    let text = "package main\n\nimport \"fmt\"\n\nfunc main() {\n\tfmt.Println(\"hello\")\n}\n";
    let body = json!({ "language": "go", "text": text });
    let tools = tools(&page);
    let events = told(&page, "run", &body);
    if tools["go"].is_null() {
        assert_eq!(kinds(&events), ["error", "end"]);
        let error = events[0]["text"].as_str().unwrap();
        assert!(error.contains("https://go.dev/dl"), "{error}");
        return;
    }
    assert_eq!(stdout(&events), "hello\n");
    let wrong = json!({ "language": "go", "text": "package main\n\nfunc main() { x }\n" });
    let refused = told(&page, "run", &wrong);
    assert_eq!(kinds(&refused), ["refused", "end"]);
    let text = refused[0]["text"].as_str().unwrap();
    assert!(text.contains("main.go:3:15: undefined: x"), "{text}");
}

fn tools(page: &Page) -> Value {
    let answer = page.ask("tools", &json!({}));
    assert_eq!(answer.status, 200);
    serde_json::from_str(&answer.text()).unwrap()
}

#[test]
fn what_is_missing_is_told_with_how_to_get_it() {
    let (_course, _serving, page) = reading();
    let tools = tools(&page);
    assert!(tools["rust"].is_string(), "{tools}");
    for tool in ["rust", "go", "race"] {
        assert_eq!(
            tools[tool].is_null(),
            tools["missing"][tool].is_string(),
            "{tool}"
        );
    }
}

#[test]
fn a_request_that_makes_no_sense_is_explained() {
    let (_course, _serving, page) = reading();
    for (body, words) in [
        (json!({ "language": "rust" }), "missing field `text`"),
        (
            json!({ "language": "c", "text": "" }),
            "unknown variant `c`, expected `rust` or `go`",
        ),
        (
            json!({ "language": "rust", "text": "", "limit": 9 }),
            "unknown field `limit`",
        ),
        (
            json!({ "language": "rust", "text": "", "listing": "nowhere" }),
            "There is no listing \"nowhere\".",
        ),
        (json!("run"), "invalid type"),
    ] {
        let answer = page.ask("run", &body);
        assert_eq!(answer.status, 400, "{body}");
        let said: Value = serde_json::from_str(&answer.text()).unwrap();
        let said = said["error"].as_str().unwrap();
        assert!(said.contains(words), "{said}");
    }
    let answer = page.ask("nothing", &json!({}));
    assert_eq!(answer.status, 404);
}
