//! The stub fails, what is right passes, what is wrong is rejected for its stated reason.
//!
//! All answers to an exercise are built together, by the first test that asks for one of them.

use crate::files::{read, stem};
use crate::{Course, Test};
use coach::verdict::{Answer, Refusal};
use coach::{Cancel, Verdict, render};
use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};

type Judged = Result<HashMap<PathBuf, Result<Verdict, String>>, String>;

/// The verdicts on all answers to one exercise.
struct Verdicts {
    name: String,
    files: Vec<PathBuf>,
    judged: OnceLock<Judged>,
}

impl Verdicts {
    fn of(course: &Course, name: &str) -> Verdicts {
        let folder = course.answers(name);
        let mut files = vec![folder.join("stub.rs"), folder.join("solution.rs")];
        files.extend(course.answers_of_kind(name, "right"));
        files.extend(course.answers_of_kind(name, "wrong"));
        Verdicts {
            name: name.to_owned(),
            files,
            judged: OnceLock::new(),
        }
    }

    fn on(&self, course: &Course, file: &Path) -> Result<&Verdict, String> {
        let judged = self.judged.get_or_init(|| self.judge(course));
        let verdict = judged.as_ref().map_err(Clone::clone)?[file].as_ref();
        verdict.map_err(Clone::clone)
    }

    fn judge(&self, course: &Course) -> Judged {
        let texts: Result<Vec<String>, String> = self.files.iter().map(|file| read(file)).collect();
        let texts = texts?;
        let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
        let verdicts = course
            .coach
            .check_all(&self.name, &texts, &Cancel::default())
            .map_err(|error| error.to_string())?;
        let verdicts = verdicts
            .into_iter()
            .map(|verdict| verdict.map_err(|error| error.to_string()));
        Ok(self.files.iter().cloned().zip(verdicts).collect())
    }
}

type Judge = fn(&Verdict, &Path) -> Result<(), String>;

/// One test of each exercise comes first: then as many exercises are judged at a time as there are
/// threads.
pub fn tests(course: &Course) -> Vec<(String, Test)> {
    let (mut first, mut others) = (Vec::new(), Vec::new());
    for name in course.names() {
        let verdicts = Arc::new(Verdicts::of(course, &name));
        let test = |kind: &str, judge: Judge, file: &Path| {
            let (verdicts, file) = (Arc::clone(&verdicts), file.to_owned());
            let run: Test = Arc::new(move |course| judge(verdicts.on(course, &file)?, &file));
            (format!("{name}::{kind}"), run)
        };
        for file in &verdicts.files {
            let stem = stem(file);
            let folder = file.parent().map(self::stem).unwrap_or_default();
            match (folder.as_str(), stem.as_str()) {
                ("right", _) => others.push(test(&format!("right::{stem}"), passes, file)),
                ("wrong", _) => others.push(test(&format!("wrong::{stem}"), is_rejected, file)),
                (_, "stub") => first.push(test("stub", fails, file)),
                _ => others.push(test(&stem, passes, file)),
            }
        }
    }
    first.extend(others);
    first
}

/// A stub compiles, and is not yet right.
fn fails(verdict: &Verdict, _: &Path) -> Result<(), String> {
    match (verdict.solved, verdict.answer.refusal()) {
        (true, _) => Err("the stub is taken for a right answer".to_owned()),
        (false, Some(_)) => Err(render::plain(verdict)),
        (false, None) => Ok(()),
    }
}

fn passes(verdict: &Verdict, _: &Path) -> Result<(), String> {
    match verdict.solved {
        true => Ok(()),
        false => Err(render::plain(verdict)),
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

fn is_rejected(verdict: &Verdict, file: &Path) -> Result<(), String> {
    let text = read(file)?;
    let reason = reason(&text)?;
    let said = render::plain(verdict);
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
