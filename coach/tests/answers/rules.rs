//! What every exercise must have.

use crate::clippy::Complaints;
use crate::files::{read, rust_files, stem};
use crate::{Course, Test};
use std::fs;
use std::process::Command;
use std::sync::Arc;

/// How many wrong answers an exercise must have, at least.
const WRONG: usize = 4;

type Rule = fn(&Course, &str) -> Result<(), String>;

const RULES: [(&str, Rule); 5] = [
    ("files", has_files),
    ("hints", has_hints),
    ("stub", stub_is_one),
    ("answers", has_answers),
    ("style", is_formatted),
];

pub fn tests(course: &Course) -> Vec<(String, Test)> {
    let mut tests: Vec<(String, Test)> = vec![
        (
            "rules::catalogue".to_owned(),
            Arc::new(catalogue_is_complete),
        ),
        ("rules::targets".to_owned(), Arc::new(editors_know_all)),
    ];
    let complaints = Arc::new(Complaints::default());
    for name in course.names() {
        let (exercise, complaints) = (name.clone(), Arc::clone(&complaints));
        let run: Test = Arc::new(move |course| complaints.about(course, &exercise));
        tests.push((format!("{name}::rules::clippy"), run));
        for (rule, check) in RULES {
            let exercise = name.clone();
            let run: Test = Arc::new(move |course| check(course, &exercise));
            tests.push((format!("{name}::rules::{rule}"), run));
        }
    }
    tests
}

fn demand(holds: bool, words: impl Into<String>) -> Result<(), String> {
    if holds { Ok(()) } else { Err(words.into()) }
}

/// Each folder is in the catalogue, with a page that shows it.
fn catalogue_is_complete(course: &Course) -> Result<(), String> {
    for kind in ["exercises", "tests/answers"] {
        let folder = course.root.join(kind);
        let entries = fs::read_dir(&folder)
            .map_err(|error| error.to_string())?
            .flatten();
        for entry in entries.filter(|entry| entry.path().is_dir()) {
            let name = entry.file_name().to_string_lossy().into_owned();
            let is_known = name.starts_with('.') || course.names().contains(&name);
            demand(
                is_known,
                format!("{kind}/{name} is not in exercises/catalogue.toml"),
            )?;
        }
    }
    for chapter in &course.coach.catalogue().chapters {
        for entry in &chapter.exercises {
            let (name, page) = (&entry.name, course.root.join("src").join(&entry.page));
            let prefix = format!("{}_", chapter.name);
            demand(
                name.starts_with(&prefix),
                format!("{name} must begin with {prefix}"),
            )?;
            let text = read(&page)?;
            let card = format!("<course-exercise name=\"{name}\">");
            demand(
                text.contains(&card),
                format!("src/{} lacks {card}, the card of its exercise", entry.page),
            )?;
        }
    }
    Ok(())
}

/// Each exercise is a target of the crate `exercises`, so that an editor understands it.
fn editors_know_all(course: &Course) -> Result<(), String> {
    let manifest = read(&course.root.join("exercises/Cargo.toml"))?;
    for name in course.names() {
        let target = format!(
            "[[test]]\nname = \"{name}\"\npath = \"{name}/checks.rs\"\nharness = false\ntest = false\n"
        );
        demand(
            manifest.contains(&target),
            format!("exercises/Cargo.toml lacks\n\n{target}"),
        )?;
    }
    Ok(())
}

fn has_files(course: &Course, name: &str) -> Result<(), String> {
    for file in ["checks.rs", "hints.md"] {
        read(&course.exercise(name).join(file))?;
    }
    for file in ["stub.rs", "solution.rs"] {
        read(&course.answers(name).join(file))?;
    }
    Ok(())
}

fn has_hints(course: &Course, name: &str) -> Result<(), String> {
    let hints = course
        .coach
        .hints(name)
        .map_err(|error| error.to_string())?;
    demand(
        hints.len() >= 2,
        "hints.md must have at least two hints, each under `## `",
    )?;
    demand(
        hints.iter().all(|hint| !hint.is_empty()),
        "hints.md has an empty hint",
    )
}

fn stub_is_one(course: &Course, name: &str) -> Result<(), String> {
    let stub = read(&course.answers(name).join("stub.rs"))?;
    demand(
        stub.starts_with("//! "),
        "the stub must begin with the task, as `//!`",
    )?;
    demand(
        stub.contains("// TODO"),
        "the stub must say `// TODO` where there is something to do",
    )?;
    let solution = read(&course.answers(name).join("solution.rs"))?;
    demand(!solution.contains("TODO"), "the solution must not say TODO")?;
    committed_as_the_stub(course, name, &stub)
}

/// What is committed for the learner is the stub. On a learner's own machine anything may be
/// committed, so this is looked at in CI alone.
fn committed_as_the_stub(course: &Course, name: &str, stub: &str) -> Result<(), String> {
    if std::env::var_os("CI").is_none() {
        return Ok(());
    }
    let file = format!("HEAD:exercises/{name}/exercise.rs");
    let shown = Command::new("git")
        .args(["show", &file])
        .current_dir(&course.root)
        .output();
    match shown {
        Ok(shown) if shown.status.success() => demand(
            shown.stdout == stub.as_bytes(),
            format!("exercises/{name}/exercise.rs and tests/answers/{name}/stub.rs differ"),
        ),
        // A copy without git has nothing to compare with.
        _ => Ok(()),
    }
}

fn has_answers(course: &Course, name: &str) -> Result<(), String> {
    let right = course.answers_of_kind(name, "right").len();
    let wrong = course.answers_of_kind(name, "wrong").len();
    demand(
        right >= 1,
        "there must be a right answer of another shape than the solution",
    )?;
    demand(
        wrong >= WRONG,
        format!("there must be at least {WRONG} wrong answers, not {wrong}"),
    )?;
    for file in course.answers_of_kind(name, "right") {
        let text = read(&file)?;
        let words = format!(
            "right/{}.rs must say in its first line what is different",
            stem(&file)
        );
        demand(text.starts_with("//! "), words)?;
    }
    Ok(())
}

fn is_formatted(course: &Course, name: &str) -> Result<(), String> {
    let folder = course.answers(name);
    let folders = [folder.join("right"), folder.join("wrong"), folder];
    let answers = folders.iter().flat_map(|folder| rust_files(folder));
    let output = rustfmt(course)
        .args(["--check", "--color=never"])
        .args(answers)
        .output()
        .map_err(|error| format!("failed to start rustfmt: {error}"))?;
    demand(
        output.status.success(),
        String::from_utf8_lossy(&[output.stdout, output.stderr].concat()),
    )?;
    // Through standard input: given the file, it would go on to the learner's, which `checks.rs`
    // names as its module.
    let checks = read(&course.exercise(name).join("checks.rs"))?;
    demand(
        format(course, &checks)? == checks,
        "checks.rs is not as rustfmt writes it",
    )
}

/// Not rustup's, which takes longer to start.
fn rustfmt(course: &Course) -> Command {
    let mut rustfmt = Command::new(course.toolchain.sysroot.join("bin/rustfmt"));
    rustfmt.arg("--edition=2024");
    rustfmt
}

fn format(course: &Course, text: &str) -> Result<String, String> {
    use std::io::Write;
    let mut rustfmt = rustfmt(course)
        .stdin(std::process::Stdio::piped())
        .stdout(std::process::Stdio::piped())
        .spawn()
        .map_err(|error| format!("failed to start rustfmt: {error}"))?;
    let mut stdin = rustfmt.stdin.take().expect("it was asked for");
    stdin
        .write_all(text.as_bytes())
        .map_err(|error| error.to_string())?;
    drop(stdin);
    let output = rustfmt
        .wait_with_output()
        .map_err(|error| error.to_string())?;
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}
