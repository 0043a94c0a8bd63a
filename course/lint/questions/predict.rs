//! What does it print? The answer is typed, and compared with what was recorded.

use chapters::{Mode, Record, Shelf};

use super::{Problem, Question, bullets};
use crate::recording::compare::alternatives;

pub(super) fn odd(question: &Question) -> Option<Problem> {
    if !question.answers_with(Shelf::Examples, Record::Output) {
        return Some((
            "the answer is not the recorded output of its listing".to_owned(),
            "include output.txt in the `<details>`, in a block `text,output`",
        ));
    }
    let claims = question.content.claims(question.listing()?)?;
    if matches!(claims.mode(Record::Output), Mode::Pattern | Mode::Measured) {
        return Some((
            "nobody can foresee the measured parts of its output".to_owned(),
            "ask for the output of a program that measures nothing",
        ));
    }
    let guesses = bullets(&question.answered);
    let is_odd = guesses.is_empty() || guesses.iter().any(|item| guess(item).is_none());
    is_odd.then(|| {
        (
            "it does not say why a likely wrong guess is wrong".to_owned(),
            "list them in the `<details>`: - `LINE / LINE`: the reason",
        )
    })
}

/// A wrong guess is nothing that the program can print.
pub(super) fn untrue(question: &Question) -> Option<Problem> {
    let listing = question.listing()?;
    let recorded = std::fs::read_to_string(listing.folder.join(Record::Output.file_name()));
    let recorded = recorded.ok()?;
    let mode = question.content.claims(listing)?.mode(Record::Output);
    let printed = match mode {
        Mode::OneOf => alternatives(&recorded).collect(),
        _ => vec![recorded.as_str()],
    };
    let lines = |text: &str| -> Vec<String> {
        let mut lines: Vec<String> = text
            .lines()
            .map(|line| line.trim().to_lowercase())
            .collect();
        if mode == Mode::Unordered {
            lines.sort();
        }
        lines
    };
    let guesses = bullets(&question.answered);
    let mut guesses = guesses.iter().filter_map(|item| guess(item));
    let right = guesses.find(|guess| {
        let guess = lines(&guess.replace(" / ", "\n"));
        printed.iter().any(|printed| lines(printed) == guess)
    })?;
    Some((
        format!("`{right}` is called wrong, and the listing can print it"),
        "take the guess out",
    ))
}

/// The guess in an item: `` `A / B`: the reason ``.
fn guess<'a>(item: &&'a str) -> Option<&'a str> {
    let (guess, reason) = item.strip_prefix('`')?.split_once("`: ")?;
    (!reason.is_empty()).then_some(guess)
}
