//! How long a reader waits from a click to the first that is seen of its answer.
//!
//! A measurement, not a test: it says what it found, and no number makes it fail.

use crate::browsing::Shared;
use crate::browsing::desk::{CARD, Desk, FILE, original};
use crate::browsing::tab::Tab;
use crate::frame::{button, tab_of, until_can, until_editing, until_says};
use crate::programs::TWO_LOANS;
use std::time::{SystemTime, UNIX_EPOCH};

const TIMES: usize = 21;

/// From the click until something is in the page that was not there before.
const WATCH: &str = "window.waitFor = (selector) => {
    document.querySelectorAll(selector).forEach(element => element.remove());
    window.waited = new Promise(resolve => {
        addEventListener('click', ({ timeStamp }) => {
            const observer = new MutationObserver(() => {
                if (!document.querySelector(selector)) return;
                observer.disconnect();
                resolve(performance.now() - timeStamp);
            });
            observer.observe(document.body, { childList: true, subtree: true });
        }, { capture: true, once: true });
    });
}";

const PRINTED: &str = "course-code[listing=running_hello] [data-stream=stdout] pre";
const FOUND: &str =
    "course-code[listing=running_hello] :is([data-stream=note], [data-stream=races]) pre";
const EXPLORED: &str = "course-code[listing=running_hello] schedule-explorer.ev-live";
const JUDGED: &str = "course-exercise .ev-verdict-line";

const GO: &str = "package main\n\nimport \"fmt\"\n\nfunc main() {\n\tfmt.Println(\"hello\")\n}\n";

pub fn table(shared: &Shared) {
    let desk = Desk::serve();
    let mut tab = shared.browser().tab(crate::browsing::view::View::WIDE);
    tab.before_scripts(WATCH);
    desk.open_in(&mut tab);
    println!("| from a click to the first that is seen, in ms | median | best | worst |");
    println!("|---|---|---|---|");
    let (run, race, explore) = (button("run"), button("race"), button("explore"));
    // What is built once, and what a browser loads once, is not what is measured.
    wait(&mut tab, &run, PRINTED);
    row("run a listing", || wait(&mut tab, &run, PRINTED));
    row("… as the first thing on a page", || {
        desk.open_in(&mut tab);
        // As long as it takes a reader to move the mouse.
        tab.evaluate("new Promise(requestIdleCallback)");
        wait(&mut tab, &run, PRINTED)
    });
    let mut edits = Edits::of(TWO_LOANS, "loans: ");
    edits.next(&mut tab);
    wait(&mut tab, &run, PRINTED);
    row("run it, edited", || {
        edits.next(&mut tab);
        wait(&mut tab, &run, PRINTED)
    });
    edits.next(&mut tab);
    tab.click(&race);
    until_says(&mut tab, "No data race was found.");
    row("race-check it, edited", || {
        edits.next(&mut tab);
        wait(&mut tab, &race, FOUND)
    });
    row("explore it, edited", || {
        edits.next(&mut tab);
        wait(&mut tab, &explore, EXPLORED)
    });
    tab.click(&tab_of("Go"));
    let mut edits = Edits::of(GO, "hello");
    edits.next(&mut tab);
    wait(&mut tab, &run, PRINTED);
    row("run a Go program", || wait(&mut tab, &run, PRINTED));
    row("run it, edited", || {
        edits.next(&mut tab);
        wait(&mut tab, &run, PRINTED)
    });
    let check = format!("{CARD}.querySelector('.ev-exercise-check')");
    wait(&mut tab, &check, JUDGED);
    for (name, answer) in [
        (
            "check a wrong answer",
            "tests/answers/running_goodbye/stub.rs",
        ),
        (
            "check a right answer",
            "tests/answers/running_goodbye/solution.rs",
        ),
    ] {
        let answer = original(answer);
        let mut number = now();
        row(name, || {
            number += 1;
            desk.course.save(FILE, &format!("{answer}// {number}\n"));
            wait(&mut tab, &check, JUDGED)
        });
    }
}

/// Presses a button, and waits for what comes of it. In milliseconds.
fn wait(tab: &mut Tab, pressed: &str, seen: &str) -> f64 {
    tab.evaluate(&format!("waitFor({seen:?})"));
    tab.click(pressed);
    let waited = tab.evaluate("waited").as_f64().unwrap();
    // Until all is done, so that the next one need not wait for it.
    until_can(tab, "Run");
    tab.until(&format!(
        "{CARD}.querySelector('.ev-exercise-check').textContent === 'Check'"
    ));
    waited
}

fn row(name: &str, mut once: impl FnMut() -> f64) {
    let mut all: Vec<f64> = (0..TIMES).map(|_| once()).collect();
    all.sort_by(f64::total_cmp);
    let (median, best, worst) = (all[TIMES / 2], all[0], all[TIMES - 1]);
    println!("| {name} | {median:.0} | {best:.0} | {worst:.0} |");
}

/// Versions of a program that nobody has compiled before.
struct Edits {
    program: &'static str,
    word: &'static str,
    number: u128,
}

impl Edits {
    /// Each version has a number before this word.
    fn of(program: &'static str, word: &'static str) -> Self {
        let number = now();
        Self {
            program,
            word,
            number,
        }
    }

    /// Types the next one.
    fn next(&mut self, tab: &mut Tab) {
        self.number += 1;
        let word = format!("{} {}", self.number, self.word);
        if tab.evaluate("document.querySelector('course-code .ev-editor-text') === null") == true {
            tab.click(&button("edit"));
        } else {
            tab.evaluate("document.querySelector('course-code .ev-editor-text').focus()");
        }
        until_editing(tab);
        tab.replace_all(&self.program.replace(self.word, &word));
    }
}

/// A number that nobody has used before.
fn now() -> u128 {
    let now = SystemTime::now().duration_since(UNIX_EPOCH);
    now.unwrap().as_nanos()
}
