//! A server that somebody else wants to use.

use crate::support::asking::{Headers, Page};
use crate::support::course::SmallCourse;
use crate::support::http::Answer;
use crate::support::serving::Serving;
use serde_json::{Value, json};
use std::fs;
use std::time::{SystemTime, UNIX_EPOCH};

/// Everything that is offered.
pub const NAMES: [&str; 13] = [
    "run",
    "race",
    "explore",
    "listing",
    "tools",
    "exercises",
    "exercise",
    "exercise/save",
    "exercise/check",
    "exercise/hint",
    "exercise/solution",
    "exercise/reset",
    "nothing-of-this-name",
];

const EXERCISE: &str = "running_goodbye";
const FILE: &str = "exercises/running_goodbye/exercise.rs";
const WORK: &str = "// an afternoon's work\n";

/// A server that somebody else wants to use, and what shows whether they could.
pub struct Attacked {
    pub course: SmallCourse,
    pub serving: Serving,
    pub page: Page,
    /// Nobody has ever compiled it.
    program: String,
    /// Of the learner's file.
    version: Value,
}

impl Attacked {
    pub fn new() -> Self {
        let course = SmallCourse::new();
        course.add_exercise();
        course.save(FILE, WORK);
        let serving = Serving::start(course.path());
        let page = Page::open(&serving);
        let card = page.ask("exercise", &json!({ "name": EXERCISE }));
        let card: Value = serde_json::from_str(&card.text()).unwrap();
        let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap();
        Self {
            course,
            serving,
            page,
            program: format!("fn main() {{ println!(\"{}\"); }}", now.as_nanos()),
            version: card["version"].clone(),
        }
    }

    /// Ends the server, and starts another one.
    pub fn start_again(&mut self) {
        self.serving = Serving::start(self.course.path());
        self.page = Page::open(&self.serving);
    }

    /// What would do something if it were not refused.
    pub fn body(&self, name: &str) -> Vec<u8> {
        let body = match name {
            "run" => json!({ "language": "rust", "text": self.program }),
            "race" | "explore" => json!({ "text": self.program }),
            "listing" => json!({ "language": "rust", "listing": "shelves_count" }),
            "exercise/save" => {
                json!({ "name": EXERCISE, "text": "// theirs", "version": self.version })
            }
            "exercise/hint" => json!({ "name": EXERCISE, "number": 1 }),
            "exercise/solution" => json!({ "name": EXERCISE, "peek": true }),
            "tools" | "exercises" => json!({}),
            _ => json!({ "name": EXERCISE }),
        };
        body.to_string().into_bytes()
    }

    pub fn ask(&self, name: &str, headers: &Headers) -> Answer {
        self.page.ask_with(name, headers.clone(), &self.body(name))
    }

    /// Everything that is offered refuses these headers with this status and these words.
    #[track_caller]
    pub fn refuses(&self, headers: &Headers, status: u16, expected: &str) {
        for name in NAMES {
            let answer = self.ask(name, headers);
            assert_eq!(answer.status, status, "{name} {headers:?}");
            assert!(words(&answer).contains(expected), "{name} {headers:?}");
        }
    }

    /// Nothing was written, and the program was never compiled, let alone run.
    #[track_caller]
    pub fn assert_untouched(&self) {
        let file = fs::read_to_string(self.course.file(FILE)).unwrap();
        assert_eq!(file, WORK);
        let run: Value = serde_json::from_slice(&self.body("run")).unwrap();
        let events = self.page.events("run", &run);
        let start = events.iter().find(|event| event["event"] == "start");
        assert_eq!(start.unwrap()["cached"], false);
    }
}

/// What a refusal says.
pub fn words(answer: &Answer) -> String {
    let said: Value = serde_json::from_str(&answer.text()).unwrap();
    said["error"].as_str().unwrap().to_owned()
}
