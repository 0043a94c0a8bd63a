//! What programs may use: each program in `breadth` calls everything that a module has, and prints
//! the same in every schedule, and on real threads.

use super::{explorer, folder};
use std::fs;
use workbench::explore::{Question, Time};
use workbench::{Compiled, Ending, Limits, Workbench};

fn on_real_threads(bench: &Workbench, name: &str, text: &str) -> String {
    let executable = match bench.compile(text).unwrap() {
        Compiled::Ready(executable) => executable,
        Compiled::Refused(said) => panic!("{name}: {}", said.text),
    };
    let finished = executable.run(&Limits::default()).unwrap();
    assert_eq!(
        finished.ending,
        Ending::Exited(0),
        "{name}: {}",
        finished.stderr
    );
    finished.stdout
}

fn check(name: &str) {
    let file = folder()
        .join("tests/explore/breadth")
        .join(name)
        .with_extension("rs");
    let text = fs::read_to_string(file).unwrap();
    let root = folder().parent().unwrap();
    let scratch = std::path::Path::new(env!("CARGO_TARGET_TMPDIR"));
    let bench = Workbench::open(root, &scratch.join("breadth")).unwrap();
    let printed = on_real_threads(&bench, name, &text);
    let mut question = Question::default();
    // A timeout of a thread that nobody keeps waiting is up in the end, here as there.
    question.model.time = Time::Idle;
    let explored = explorer().explore(&format!("breadth_{name}"), &text, &question, |_| ());
    let graph = explored
        .unwrap_or_else(|error| panic!("{name}: {error}"))
        .graph;
    assert!(graph.complete, "{name}: {:?}", graph.cut);
    for outcome in &graph.outcomes {
        assert_eq!(graph.failure(outcome), None, "{name}");
        assert_eq!(outcome.stdout, printed, "{name}");
    }
}

macro_rules! modules {
    ($($name:ident)*) => { $(
        #[test]
        fn $name() {
            check(stringify!($name));
        }
    )* };
}

modules! { arc atomic crossbeam_channel locks mpsc once parking_lot threads }
