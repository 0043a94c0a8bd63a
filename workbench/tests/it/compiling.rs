use std::collections::BTreeSet;

use workbench::{Compiled, CompilerSaid, Ending, Limits};

use crate::{BENCH, compile};

fn refusal(source: &str) -> CompilerSaid {
    match BENCH.compile(source).unwrap() {
        Compiled::Refused(said) => said,
        Compiled::Ready(_) => panic!("compiles"),
    }
}

#[test]
fn a_program_may_use_the_crates_of_the_listings() {
    let executable = compile(
        "use crossbeam_utils::CachePadded;
         use listings as _;
         use rand::Rng as _;
         #[tokio::main]
         async fn main() {
             let (sender, receiver) = crossbeam_channel::bounded(1);
             sender.send(CachePadded::new(parking_lot::Mutex::new(42))).unwrap();
             println!(\"{} {}\", receiver.recv().unwrap().lock(), rand::rng().next_u32() >= 0);
         }",
    );
    let finished = executable.run(&Limits::default()).unwrap();
    assert_eq!(finished.stdout, "42 true\n");
}

#[test]
fn no_other_crate_is_in_sight() {
    let said = refusal("fn main() { let _ = serde_json::json!(1); }");
    assert_eq!(said.codes, BTreeSet::from(["E0433".to_owned()]));
}

#[test]
fn the_edition_is_2024() {
    compile("fn main() { if let Some(1) = Some(1) && true {} }");
}

#[test]
fn a_refusal_names_code_and_place() {
    let said =
        refusal("fn main() {\n    let one = 1;\n    one = 2;\n    println!(\"{one}\");\n}\n");
    assert_eq!(said.codes, BTreeSet::from(["E0384".to_owned()]));
    assert!(
        said.text.contains(" --> src/main.rs:3:5\n"),
        "{}",
        said.text
    );
    assert!(!said.text.contains("aborting due to"), "{}", said.text);
    assert!(!said.text.contains("rustc --explain"), "{}", said.text);
}

#[test]
fn every_code_is_reported() {
    let said = refusal("fn main() { let a: u8 = \"\"; missing(); }");
    assert_eq!(
        said.codes,
        BTreeSet::from(["E0308".to_owned(), "E0425".to_owned()])
    );
}

#[test]
fn a_lint_that_is_an_error_is_reported_by_name() {
    let said = refusal("fn main() { let _ = std::sync::Mutex::new(1).lock(); }");
    assert_eq!(
        said.codes,
        BTreeSet::from(["let_underscore_lock".to_owned()])
    );
}

#[test]
fn a_refusal_does_not_depend_on_the_machine() {
    let said = refusal(
        "fn main() { let v = std::rc::Rc::new(1); std::thread::spawn(move || println!(\"{v}\")); }",
    );
    assert!(
        said.text.contains(" --> library/std/src/thread/"),
        "{}",
        said.text
    );
    assert!(!said.text.contains("/rustc/"), "{}", said.text);
}

#[test]
fn warnings_come_with_the_executable() {
    let executable = compile("fn main() { let unused = 1; }");
    assert!(
        executable.warnings.contains("unused variable"),
        "{}",
        executable.warnings
    );
}

#[test]
fn unstable_features_are_refused() {
    let said = refusal("#![feature(never_type)]\nfn main() {}");
    assert_eq!(said.codes, BTreeSet::from(["E0554".to_owned()]));
}

#[test]
fn the_same_text_is_compiled_once() {
    let source = "fn main() { print!(\"compiled once\"); }";
    let first = compile(source);
    let time = std::fs::metadata(&first.path).unwrap().modified().unwrap();
    let second = compile(source);
    assert_eq!(first.path, second.path);
    assert_eq!(
        std::fs::metadata(&second.path).unwrap().modified().unwrap(),
        time
    );
}

#[test]
fn many_may_compile_the_same_text_at_once() {
    let source = format!("fn main() {{ print!(\"{}\"); }}", std::process::id());
    std::thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| {
                let executable = compile(&source);
                let finished = executable.run(&Limits::default()).unwrap();
                assert_eq!(finished.ending, Ending::Exited(0));
            });
        }
    });
}

#[test]
fn a_file_is_named_in_messages_and_remembered() {
    let file = std::path::Path::new("desk/my.rs");
    let version = |text: &str| BENCH.compile_file(file, text).unwrap();
    for number in 1..=3 {
        let Compiled::Ready(executable) = version(&format!("fn main() {{ panic!(\"{number}\") }}"))
        else {
            panic!("does not compile");
        };
        let said = executable.run(&Limits::default()).unwrap().stderr;
        let place = format!("panicked at desk/my.rs:1:13:\n{number}\n");
        assert!(said.contains(&place), "{said}");
    }
    let Compiled::Refused(said) = version("fn main() { 1 }") else {
        panic!("compiles");
    };
    assert!(said.text.contains("--> desk/my.rs:1:13"), "{}", said.text);
}
