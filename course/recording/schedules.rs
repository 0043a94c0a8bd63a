//! What the explorer makes of a listing: every outcome, and the shortest way to one of them.

use std::collections::{BTreeMap, BTreeSet};

use chapters::{Claims, Mode, Record};
use workbench::explore::{Explorer, Graph, Question};

use super::compare;

/// Why a listing has no recorded schedules.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The explorer could not run it.
    #[error(
        "failed to explore the listing {name}: {source}\nhelp: make it a program that can be \
         explored, or take back what the chapters say of its schedules (an output that is \
         `one-of`, outcomes.md, schedule.txt)"
    )]
    Explorer {
        /// The listing.
        name: String,
        /// What the explorer said.
        #[source]
        source: workbench::explore::Error,
    },
    /// The search was cut, so nothing can be said of all schedules.
    #[error(
        "listing {name}: not every schedule was explored ({cut}), so the chapters can say nothing \
         of all of them\nhelp: make the program smaller"
    )]
    Incomplete {
        /// The listing.
        name: String,
        /// Which limit was hit.
        cut: String,
    },
}

/// Explores the program of the listing `name`, and returns what is to be recorded of it.
///
/// # Errors
///
/// If it cannot be explored, or not in every schedule.
pub fn records(
    explorer: &Explorer,
    name: &str,
    program: &str,
    claims: &Claims,
) -> Result<BTreeMap<Record, String>, Error> {
    let explored = Question::of(program)
        .and_then(|question| explorer.explore(name, program, &question, |_| ()));
    let explored = explored.map_err(|source| Error::Explorer {
        name: name.to_owned(),
        source,
    })?;
    let graph = &explored.graph;
    if !graph.complete {
        return Err(Error::Incomplete {
            name: name.to_owned(),
            cut: graph.cut.clone().unwrap_or_default(),
        });
    }
    let mut records = BTreeMap::from([
        (Record::Graph, explored.json.clone()),
        (Record::Outcomes, graph.outcomes_table()),
        (Record::Schedule, schedule(graph, program)),
    ]);
    if claims.mode(Record::Output) == Mode::OneOf {
        records.insert(Record::Output, compare::one_of(&outputs(graph)));
    }
    Ok(records)
}

/// Whether the chapters say something of a program that the explorer can tell.
///
/// It cannot tell what a program prints that asks for random numbers: it rolls the same ones each
/// time, so it sees only a part.
#[must_use]
pub fn are_wanted(program: &str, claims: &Claims) -> bool {
    let rolls_dice = program.contains("rand::");
    let records = [Record::Outcomes, Record::Schedule, Record::Graph];
    let says_more = records.iter().any(|record| claims.shows(*record));
    claims.is_explored() && (says_more || !rolls_dice)
}

/// Everything that the program can print and succeed.
fn outputs(graph: &Graph) -> BTreeSet<String> {
    let good = graph.outcomes.iter().filter(|outcome| !outcome.fails);
    good.map(|outcome| outcome.stdout.clone()).collect()
}

fn schedule(graph: &Graph, program: &str) -> String {
    let Some(outcome) = graph.worth_showing() else {
        return String::new();
    };
    let mut text = graph.schedule_text(&outcome.schedule, program);
    if let Some(failure) = graph.failure(outcome) {
        text.push_str(&format!("\n      {failure}\n"));
    }
    text
}
