//! What is said of a program's failure: each program in `endings` begins with the words, one line
//! for each way in which it fails.

use super::{explorer, folder};
use std::fs;
use std::time::Duration;
use workbench::explore::{Graph, Question};

/// All that is said of a program's failures, in the order of the alphabet.
fn said(graph: &Graph) -> Vec<String> {
    let failures = graph.outcomes.iter();
    let mut said: Vec<String> = failures
        .filter_map(|outcome| graph.failure(outcome))
        .collect();
    said.sort();
    said.dedup();
    said
}

#[test]
fn every_failure_is_told_in_plain_words() {
    let programs = folder().join("tests/explore/endings");
    let mut paths: Vec<_> = fs::read_dir(programs)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    paths.sort();
    let mut wrong = String::new();
    for path in paths {
        let text = fs::read_to_string(&path).unwrap();
        let head = text.lines().map_while(|line| line.strip_prefix("//! "));
        let expected: Vec<&str> = head.collect();
        let mut question = Question::default();
        question.limits.silence = Duration::from_millis(500);
        let name = path.file_stem().unwrap().to_string_lossy().into_owned();
        let explored = explorer().explore(&format!("ending_{name}"), &text, &question, |_| ());
        let graph = explored
            .unwrap_or_else(|error| panic!("{name}: {error}"))
            .graph;
        let said = said(&graph);
        if said != expected {
            wrong += &format!("{name}:\n//! {}\n", said.join("\n//! "));
        }
    }
    assert!(wrong.is_empty(), "something else is said:\n{wrong}");
}
