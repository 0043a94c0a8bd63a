//! Questions with several options, each with the reason why it is right or wrong.

use chapters::{Record, Shelf, fence::End};

use super::fact::Fact;
use super::{Problem, Question, items};

const RIGHT: &str = "**Right.**";
const WRONG: &str = "**Wrong.**";
const COMPILES: [&str; 2] = ["It compiles.", "It does not compile."];
const FACTS: &str = "write fact=\"what the right answer claims\", or what each option claims with \
                     ` | ` between; CONTRIBUTING.md lists the words";

pub(super) fn odd(question: &Question) -> Option<Problem> {
    let options = items(&question.asked).len();
    let reasons = items(&question.answered);
    let is_judged = |reason: &&str| reason.starts_with(RIGHT) || reason.starts_with(WRONG);
    let problem = if options < 2 || reasons.len() != options {
        format!("there are {options} options, and {} reasons", reasons.len())
    } else if !reasons.iter().all(is_judged) {
        "a reason begins neither with **Right.** nor with **Wrong.**".to_owned()
    } else if !reasons.iter().any(|reason| reason.starts_with(RIGHT)) {
        "no option is right".to_owned()
    } else {
        return None;
    };
    Some((
        problem,
        "number the options, and in a `<details>` behind them as many reasons",
    ))
}

/// A question may name facts: one that holds, or one for each option, which holds only if the
/// option is right. An empty one claims nothing.
pub(super) fn untrue(question: &Question) -> Option<Problem> {
    let facts = question.element.attributes.get("fact")?;
    let Some(listing) = question.listing() else {
        return Some((
            "it states a fact of no listing".to_owned(),
            "write listing=\"NAME\"",
        ));
    };
    let facts: Vec<&str> = facts.split('|').map(str::trim).collect();
    let reasons = items(&question.answered);
    if facts.len() != 1 && facts.len() != reasons.len() {
        return Some((
            format!(
                "there are {} facts for {} options",
                facts.len(),
                reasons.len()
            ),
            FACTS,
        ));
    }
    for (at, claimed) in facts
        .iter()
        .enumerate()
        .filter(|(_, fact)| !fact.is_empty())
    {
        let is_meant = facts.len() == 1 || reasons[at].starts_with(RIGHT);
        let mut is_so = true;
        for part in claimed.split("; ") {
            match Fact::parse(part).and_then(|fact| fact.holds(question.content, listing)) {
                Ok(holds) => is_so &= holds,
                Err(why) => return Some((format!("`{part}` cannot be checked: {why}"), FACTS)),
            }
        }
        if is_so != is_meant {
            let truth = if is_so { "so" } else { "not so" };
            return Some((
                format!("`{claimed}` is {truth} in what is recorded of the listing"),
                "mend the answer, or the fact",
            ));
        }
    }
    None
}

pub(super) fn odd_compiles(question: &Question) -> Option<Problem> {
    if items(&question.asked) != COMPILES {
        return Some((
            "the options are not `It compiles.` and `It does not compile.`".to_owned(),
            "write these two",
        ));
    }
    let is_refused = question.listing()?.shelf == Shelf::Refused;
    let is_shown = question.answers_with(Shelf::Refused, Record::Error);
    (is_refused && !is_shown).then(|| {
        (
            "the answer does not show what the compiler says".to_owned(),
            "include error.txt in the `<details>`, in a block `text,stderr`",
        )
    })
}

pub(super) fn untrue_compiles(question: &Question) -> Option<Problem> {
    let listing = question.listing()?;
    let reasons = items(&question.answered);
    let [_, refused] = reasons[..] else {
        return None;
    };
    let is_refused = listing.shelf == Shelf::Refused;
    if refused.starts_with(RIGHT) != is_refused {
        let folder = listing.shelf.folder();
        return Some((
            format!("the answer is wrong: the listing is in listings/{folder}"),
            "mend the answer",
        ));
    }
    let fate = question.content.claims(listing)?.rust.as_ref()?;
    let End::Refused(codes) = &fate.end else {
        return None;
    };
    let missing = codes.iter().find(|code| !refused.contains(code.as_str()))?;
    Some((
        format!("the reason does not name the error {missing}"),
        "name every code that the compiler gives",
    ))
}
