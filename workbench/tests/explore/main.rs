//! Programs that are explored from their text, as a reader's file is.

mod breadth;
mod endings;
mod stopping;

use std::path::{Path, PathBuf};
use std::time::Duration;
use workbench::explore::graph::Graph;
use workbench::explore::{Error, Explored, Explorer, Memory, Merging, Question};

fn folder() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// What is built is kept between the tests' runs, as it is for a reader.
fn explorer() -> Explorer {
    let root = folder()
        .parent()
        .expect("the workbench lies in the workspace");
    Explorer::new(
        root,
        &PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("explorer"),
    )
}

fn text_of(name: &str) -> String {
    let programs = folder().join("tests/explore/programs");
    let file = programs.join(name).with_extension("rs");
    std::fs::read_to_string(file).expect("the program is there")
}

fn explore_with(name: &str, question: &Question) -> Result<Explored, Error> {
    explorer().explore(name, &text_of(name), question, |_| ())
}

fn explore(name: &str) -> Graph {
    let mut question = Question::default();
    question.limits.silence = Duration::from_millis(500);
    explore_with(name, &question)
        .unwrap_or_else(|error| panic!("{name}: {error}"))
        .graph
}

fn outcomes(graph: &Graph) -> Vec<(String, Option<String>)> {
    let outcome = |outcome: &workbench::explore::graph::Outcome| {
        (outcome.stdout.trim().to_owned(), outcome.count.clone())
    };
    graph.outcomes.iter().map(outcome).collect()
}

#[test]
fn three_lost_updates_have_ninety_schedules() {
    let graph = explore("lost_update");
    assert!(graph.complete);
    assert_eq!(graph.schedules.as_deref(), Some("90"));
    let expected = [("total: 1", "48"), ("total: 2", "36"), ("total: 3", "6")];
    let mut found = outcomes(&graph);
    found.sort();
    let expected: Vec<_> = expected
        .map(|(text, count)| (text.to_owned(), Some(count.to_owned())))
        .into();
    assert_eq!(found, expected);
}

#[test]
fn the_names_of_the_program_are_used() {
    let graph = explore("lost_update");
    assert!(graph.objects.iter().any(|(name, kind, line, _)| {
        (name.as_str(), kind.as_str(), *line) == ("TOTAL", "AtomicU32", 4)
    }));
    let lines = graph.lines(&graph.outcomes[0].schedule);
    assert!(
        lines
            .iter()
            .any(|line| (line.operation.as_str(), line.line) == ("load TOTAL", 7))
    );
}

/// In each run the program is another process, whose memory lies elsewhere.
#[test]
fn the_answer_is_the_same_to_the_byte_in_twenty_runs_and_after_compiling_again() {
    let scratch = tempfile::tempdir().unwrap();
    let root = folder()
        .parent()
        .expect("the workbench lies in the workspace");
    let elsewhere = Explorer::new(root, scratch.path());
    for name in ["lost_update", "kinds", "rounds"] {
        for memory in [Memory::Sc, Memory::Weak] {
            let mut question = Question::default();
            question.model.memory = memory;
            let first = explore_with(name, &question).unwrap().json;
            for run in 1..20 {
                let again = explore_with(name, &question).unwrap().json;
                assert!(first == again, "{name}, {memory:?}, run {run}");
            }
            let text = text_of(name);
            let again = elsewhere.explore("other", &text, &question, |_| ());
            assert!(first == again.unwrap().json, "{name}, {memory:?}");
        }
    }
}

#[test]
fn unsafe_code_is_explored_by_its_history() {
    let graph = explore("unsafe_cell");
    assert_eq!(graph.model.merging, Merging::History);
    assert!(graph.complete, "{:?}", graph.cut);
    let mut printed: Vec<_> = outcomes(&graph).into_iter().map(|(text, _)| text).collect();
    printed.sort();
    assert_eq!(printed, ["[1, 2]", "[2, 1]"]);
}

#[test]
fn an_endless_loop_without_operations_is_told() {
    let graph = explore("hang");
    assert!(!graph.complete);
    let hang = graph
        .outcomes
        .iter()
        .find(|outcome| outcome.kind == "hang")
        .unwrap();
    let failure = graph.failure(hang).unwrap();
    assert!(
        failure.contains("worker has run for 500ms without any operation"),
        "{failure}"
    );
    assert!(failure.contains("line 8"), "{failure}");
}

#[test]
fn a_panic_in_a_destructor_during_a_panic_is_told() {
    let graph = explore("panic_in_destructor");
    let abort = graph
        .outcomes
        .iter()
        .find(|outcome| outcome.kind == "abort")
        .unwrap();
    let failure = graph.failure(abort).unwrap();
    assert!(
        failure.contains("second (line 7), while a panic was being cleaned up"),
        "{failure}"
    );
}

#[test]
fn a_recursion_without_end_is_told() {
    let error = explore_with("recursion", &Question::default())
        .err()
        .unwrap()
        .to_string();
    assert!(error.contains("has used up its stack"), "{error}");
}

#[test]
fn sixty_four_locks_are_held_at_once() {
    let graph = explore("sixty_four_locks");
    assert!(graph.complete);
    assert_eq!(outcomes(&graph), [("64".to_owned(), Some("1".to_owned()))]);
}

#[test]
fn what_has_no_stand_in_does_not_compile() {
    let error = explore_with("past_the_explorer", &Question::default())
        .err()
        .unwrap();
    assert!(
        error.to_string().contains("unresolved import `std::fs`"),
        "{error}"
    );
    assert!(error.to_string().contains("no stand-in for"), "{error}");
}

#[test]
fn what_a_stand_in_lacks_is_said_in_the_programs_words() {
    let text = "fn main() { std::sync::atomic::AtomicU32::new(1).as_ptr(); }";
    let question = Question::default();
    let error = explorer().explore("lacks", text, &question, |_| ());
    let said = error.err().unwrap().to_string();
    let method = "no method named `as_ptr` found for struct `std::sync::atomic::AtomicU32`";
    assert!(said.contains(method), "{said}");
    assert!(said.contains("no stand-in for"), "{said}");
}

#[test]
fn the_table_of_outcomes_never_says_more_than_was_explored() {
    let table = explore("lost_update").outcomes_table();
    let expected = "\
| it prints | in this many of its 90 schedules |
|---|--:|
| `total: 1` | 48 |
| `total: 2` | 36 |
| `total: 3` | 6 |
";
    assert_eq!(table, expected);
    let mut question = Question::default();
    question.limits.states = 20;
    let cut = explore_with("lost_update", &question).unwrap().graph;
    assert!(!cut.complete);
    let head = cut.outcomes_table();
    let head = head.lines().next().unwrap();
    assert_eq!(
        head,
        "| it prints | in this many of the schedules that were explored |"
    );
}
