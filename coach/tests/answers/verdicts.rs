//! The stub fails, what is right passes, what is wrong is rejected for its stated reason.
//!
//! All answers to an exercise are built together, by the first test that asks for one of them.

use crate::files::{read, stem};
use crate::remembered::Place;
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
        let place = Place::of(course, &self.name, &texts)?;
        if let Some(known) = place.known() {
            let known = known.into_iter().map(Ok);
            return Ok(self.files.iter().cloned().zip(known).collect());
        }
        let verdicts = course
            .coach
            .check_all(&self.name, &texts, &Cancel::default())
            .map_err(|error| error.to_string())?;
        let verdicts = verdicts
            .into_iter()
            .map(|verdict| verdict.map_err(|error| error.to_string()));
        let verdicts: Vec<Result<Verdict, String>> = verdicts.collect();
        if let Some(expected) = self.expected(&verdicts) {
            place.remember(&self.name, &expected);
        }
        Ok(self.files.iter().cloned().zip(verdicts).collect())
    }

    /// The verdicts, if each of them is as it should be.
    fn expected<'a>(&self, verdicts: &'a [Result<Verdict, String>]) -> Option<Vec<&'a Verdict>> {
        let all = self.files.iter().zip(verdicts);
        let one = |(file, verdict): (&PathBuf, &'a Result<Verdict, String>)| {
            let verdict = verdict.as_ref().ok()?;
            let is_expected = judge_of(file)(verdict, file).is_ok();
            is_expected.then_some(verdict)
        };
        all.map(one).collect()
    }
}

type Judge = fn(&Verdict, &Path) -> Result<(), String>;

/// One test of each exercise comes first: then as many exercises are judged at a time as there are
/// threads.
pub fn tests(course: &Course) -> Vec<(String, Test)> {
    let (mut first, mut others) = (Vec::new(), Vec::new());
    for name in course.names() {
        let verdicts = Arc::new(Verdicts::of(course, &name));
        for file in &verdicts.files {
            let (verdicts, own) = (Arc::clone(&verdicts), file.clone());
            let judge = judge_of(file);
            let run: Test = Arc::new(move |course| judge(verdicts.on(course, &own)?, &own));
            let (folder, stem) = (folder(file), stem(file));
            match (folder.as_str(), stem.as_str()) {
                (kind @ ("right" | "wrong"), _) => {
                    others.push((format!("{name}::{kind}::{stem}"), run));
                }
                (_, "stub") => first.push((format!("{name}::stub"), run)),
                _ => others.push((format!("{name}::{stem}"), run)),
            }
        }
    }
    first.extend(others);
    first
}

/// The folder that a file lies in.
fn folder(file: &Path) -> String {
    file.parent().map(stem).unwrap_or_default()
}

/// How an answer should be judged, by where it lies.
fn judge_of(file: &Path) -> Judge {
    match (folder(file).as_str(), stem(file).as_str()) {
        ("wrong", _) => is_rejected,
        ("right", _) => passes,
        (_, "stub") => fails,
        _ => passes,
    }
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
