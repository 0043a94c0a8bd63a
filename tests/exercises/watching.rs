//! `watch` without a terminal: each line of standard input is a key.

use crate::course::{Course, RIGHT, STUB};
use std::io::{BufRead, BufReader, Write};
use std::process::{Child, ChildStdin, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::Duration;

/// Longer than anything takes on a machine that is busy with other tests.
const PATIENCE: Duration = Duration::from_secs(120);

struct Watch {
    child: Child,
    keys: Option<ChildStdin>,
    lines: Receiver<String>,
}

impl Watch {
    fn start(course: &Course) -> Watch {
        let mut child = course
            .command(&["watch"])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let keys = child.stdin.take();
        let stdout = BufReader::new(child.stdout.take().unwrap());
        let (send, lines) = channel();
        thread::spawn(move || {
            for line in stdout.lines().map_while(Result::ok) {
                let _ = send.send(line);
            }
        });
        Watch { child, keys, lines }
    }

    fn press(&mut self, key: &str) {
        writeln!(self.keys.as_mut().unwrap(), "{key}").unwrap();
    }

    /// Reads on until a line contains this.
    fn wait_for(&self, words: &str) {
        let mut seen = String::new();
        while let Ok(line) = self.lines.recv_timeout(PATIENCE) {
            if line.contains(words) {
                return;
            }
            seen += &format!("{line}\n");
        }
        panic!("{words:?} was not shown:\n{seen}");
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[test]
fn a_save_is_checked_and_n_leads_on() {
    let course = Course::new();
    let mut watch = Watch::start(&course);
    watch.wait_for("Two clerks count to two.");
    watch.wait_for("small_one: not solved yet");
    watch.wait_for("q quit");
    course.answer("small_one", RIGHT);
    watch.wait_for("small_one: solved");
    watch.wait_for("n leads on");
    watch.press("n");
    watch.wait_for("small_two: not solved yet");
    // Another file than the one that is worked on is left alone.
    course.answer("small_one", "fn");
    course.answer("small_two", "pub fn count() -> u32 {\n    3\n}\n");
    watch.wait_for("the count is 3");
    watch.press("q");
    assert!(watch.child.wait().unwrap().success());
}

#[test]
fn keys_help_list_check_and_reset() {
    let course = Course::new();
    course.answer("small_one", "pub fn count() -> u32 {\n    1\n}\n");
    let mut watch = Watch::start(&course);
    watch.wait_for("the count is 1");
    watch.press("h");
    watch.wait_for("A nudge.");
    watch.press("h");
    watch.wait_for("Nearly there.");
    watch.press("l");
    watch.wait_for("0/2");
    watch.press("c");
    watch.wait_for("0 of 2 are solved.");
    watch.press("x");
    watch.wait_for("Begin small_one anew?");
    watch.press("n");
    watch.wait_for("Nothing was reset.");
    watch.press("x");
    watch.wait_for("Begin small_one anew?");
    watch.press("y");
    watch.wait_for("What you had is in");
    watch.wait_for("the count is 0");
    watch.press("r");
    watch.wait_for("the count is 0");
    watch.press("q");
    assert!(watch.child.wait().unwrap().success());
}

#[test]
fn it_goes_on_when_its_input_has_ended() {
    let course = Course::new();
    let mut watch = Watch::start(&course);
    watch.keys = None;
    watch.wait_for("small_one: not solved yet");
    course.answer("small_one", RIGHT);
    watch.wait_for("small_one: solved");
}

#[test]
fn a_kill_at_any_moment_loses_nothing() {
    let course = Course::new();
    let file = course.root().join("exercises/small_one/exercise.rs");
    for round in 0..12 {
        course.answer("small_one", RIGHT);
        let mut watch = Watch::start(&course);
        watch.press("x");
        watch.press("y");
        // From before it has begun until it has reset the file and checks it anew.
        thread::sleep(Duration::from_millis(25 * round));
        drop(watch);
        let text = std::fs::read_to_string(&file).unwrap();
        assert!([RIGHT, STUB].contains(&text.as_str()), "{text}");
        let kept = std::fs::read_dir(course.root().join("exercises/.progress/kept"));
        let kept = kept.into_iter().flatten().flatten();
        let is_kept = kept
            .into_iter()
            .any(|entry| std::fs::read_to_string(entry.path()).unwrap() == RIGHT);
        assert!(text == RIGHT || is_kept, "what was there is lost");
        let list = course.run(&["list", "--json"]);
        assert_eq!(list.status, Some(0), "{}", list.stderr);
    }
}
