//! The stub fails, what is right passes, what is wrong is rejected for its stated reason.

use crate::files::{read, stem};
use crate::{Course, Test};
use coach::verdict::{Answer, Refusal};
use coach::{Cancel, Verdict, render};
use std::path::{Path, PathBuf};
use std::sync::Arc;

pub fn tests(course: &Course) -> Vec<(String, Test)> {
    let mut tests: Vec<(String, Test)> = Vec::new();
    for name in course.names() {
        let folder = course.answers(&name);
        let mut add = |kind: String, file: PathBuf, test: fn(&Course, &str, &Path) -> _| {
            let exercise = name.clone();
            let run: Test = Arc::new(move |course| test(course, &exercise, &file));
            tests.push((format!("{name}::{kind}"), run));
        };
        add("stub".to_owned(), folder.join("stub.rs"), fails);
        add("solution".to_owned(), folder.join("solution.rs"), passes);
        for file in course.answers_of_kind(&name, "right") {
            add(format!("right::{}", stem(&file)), file, passes);
        }
        for file in course.answers_of_kind(&name, "wrong") {
            add(format!("wrong::{}", stem(&file)), file, is_rejected);
        }
    }
    tests
}

fn judge(course: &Course, name: &str, text: &str) -> Result<Verdict, String> {
    let verdict = course.coach.check_text(name, text, &Cancel::default());
    verdict.map_err(|error| error.to_string())
}

/// A stub compiles, and is not yet right.
fn fails(course: &Course, name: &str, file: &Path) -> Result<(), String> {
    let verdict = judge(course, name, &read(file)?)?;
    match (verdict.solved, verdict.answer.refusal()) {
        (true, _) => Err("the stub is taken for a right answer".to_owned()),
        (false, Some(_)) => Err(render::plain(&verdict)),
        (false, None) => Ok(()),
    }
}

fn passes(course: &Course, name: &str, file: &Path) -> Result<(), String> {
    let verdict = judge(course, name, &read(file)?)?;
    match verdict.solved {
        true => Ok(()),
        false => Err(render::plain(&verdict)),
    }
}

/// What the first lines of a wrong answer say: why it must be rejected, and what the message must
/// contain.
struct Reason<'a> {
    rejected: &'a str,
    says: Vec<&'a str>,
}

fn reason(text: &str) -> Result<Reason<'_>, String> {
    let stated = |word: &'static str| {
        move |line: &&'_ str| {
            line.strip_prefix("//! ")?
                .strip_prefix(word)?
                .strip_prefix(": ")
                .map(|_| ())
        }
    };
    let rest = |line: &'_ str, word: &str| line.len().min(5 + word.len() + 1);
    let first = text
        .lines()
        .next()
        .filter(|line| stated("Rejected")(line).is_some());
    let Some(first) = first else {
        return Err("its first line must be `//! Rejected: ` and the reason".to_owned());
    };
    let says = text.lines().filter(|line| stated("Says")(line).is_some());
    Ok(Reason {
        rejected: &first[rest(first, "Rejected")..],
        says: says.map(|line| &line[rest(line, "Says")..]).collect(),
    })
}

fn is_rejected(course: &Course, name: &str, file: &Path) -> Result<(), String> {
    let text = read(file)?;
    let reason = reason(&text)?;
    let verdict = judge(course, name, &text)?;
    let said = render::plain(&verdict);
    if verdict.solved {
        return Err("it is taken for a right answer".to_owned());
    }
    if !is_for(&verdict.answer, reason.rejected) {
        return Err(format!(
            "it is not rejected for {:?}:\n{said}",
            reason.rejected
        ));
    }
    match reason.says.iter().find(|words| !said.contains(**words)) {
        Some(words) => Err(format!("the message does not say {words:?}:\n{said}")),
        None => Ok(()),
    }
}

/// Whether this is why it was rejected: the property that was found not to hold, or why no check
/// was run at all.
fn is_for(answer: &Answer, reason: &str) -> bool {
    match answer {
        Answer::Checked(checks) => checks
            .iter()
            .any(|check| check.property == reason && check.finding.failure().is_some()),
        Answer::Refused(Refusal::DoesNotCompile { said }) => {
            let code = reason.strip_prefix("it does not compile, ");
            code.is_some_and(|code| said.contains(&format!("error[{code}]")))
        }
        Answer::Refused(Refusal::Forbidden { what, .. }) => what.starts_with(reason),
        Answer::Refused(Refusal::NotExplorable { .. }) => reason == "it cannot be explored",
    }
}
