//! The data races of a program, each with the shortest schedule to it.

use super::race::{Kind, Line, Race, Side};
use crate::exploration::Ending;
use crate::graph::{Graph, Step};
use crate::outcome::{self, Outcome, Trouble};
use crate::shortest::Shortest;
use std::collections::{BTreeMap, BTreeSet};

/// Races at the same two lines are one race, whichever threads they are between, and whether it is
/// the reading or the writing half of a `+=`.
pub(crate) fn endings(graph: &Graph, shortest: &Shortest) -> Vec<Ending> {
    let mut places: BTreeMap<(Line, Line), BTreeSet<Step>> = BTreeMap::new();
    for (step, races) in &graph.races {
        for race in races {
            places.entry(race.lines()).or_default().insert(*step);
        }
    }
    let ending = |(lines, steps): ((Line, Line), BTreeSet<Step>)| {
        let schedule = shortest.to_step(graph, |step| steps.contains(&step))?;
        let races = graph.races.get(schedule.last()?)?;
        let race = races.iter().find(|race| race.lines() == lines)?;
        Some(Ending {
            outcome: outcome(race),
            count: None,
            number: None,
            schedule,
        })
    };
    places.into_iter().filter_map(ending).collect()
}

fn outcome(race: &Race) -> Outcome {
    let trouble = |side: &Side| Trouble {
        thread: side.thread,
        operation: side.operation,
        why: match side.kind {
            Kind::Read => "reads",
            Kind::Write => "writes",
            Kind::Free => "frees",
        }
        .to_owned(),
        position: side.position,
        inside: side.inside,
        object: race.object,
        threads: Vec::new(),
    };
    Outcome {
        kind: outcome::Kind::Race,
        status: None,
        stdout: String::new(),
        stderr: String::new(),
        troubles: vec![trouble(&race.second), trouble(&race.first)],
    }
}
