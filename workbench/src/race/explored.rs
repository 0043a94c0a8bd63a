//! Data races by exploration: not in the run that happened, but in every schedule.

use std::time::Duration;

use serde::{Deserialize, Serialize};

use super::functions::Functions;
use super::report::{Access, Kind, Origin, Place, Race, Who, text};
use crate::explore::graph::{Graph, Line, Outcome, Trouble};
use crate::explore::{Explorer, Limits, Plain, Question, grouped};

/// A program that takes longer than this is too large, and is left to the detector.
pub const TIME: Duration = Duration::from_secs(2);

/// So is one that has more states than this.
const STATES: usize = 40_000;

/// A schedule with more steps than this is not shown.
const LONGEST: usize = 40;

/// What the explorer found.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Explored {
    /// The races, each pair of lines once.
    pub races: Vec<Race>,
    /// For each race, the shortest schedule to it.
    pub schedules: Vec<String>,
    /// How many schedules the program has, if all were explored and can be counted.
    pub of: Option<String>,
    /// Whether all were explored.
    pub is_complete: bool,
}

/// Why the explorer has no answer.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Pass {
    /// The compiler cannot have a program tell of its accesses to plain memory.
    #[error("the compiler cannot instrument programs for it here")]
    Blind,
    /// The program rolls dice, and the explorer sees it do so in one way alone.
    #[error("the program asks for random numbers")]
    RollsDice,
    /// It has more schedules than can be explored, and none of those that were has a race.
    #[error("not all schedules could be explored: {0}")]
    TooLarge(String),
    /// It cannot be explored.
    #[error("the explorer cannot run it")]
    CannotRun(String),
}

/// Explores a program. It is called `name`, and `file` in what is reported.
///
/// # Errors
///
/// If the explorer has no answer; then a detector may have one.
pub fn explore(
    explorer: &Explorer,
    name: &str,
    file: &str,
    source: &str,
) -> Result<Explored, Pass> {
    if !Plain::can_be_seen() {
        return Err(Pass::Blind);
    }
    let question = Question {
        limits: Limits {
            time: TIME,
            states: STATES,
            samples: 0,
            silence: TIME / 2,
            ..Limits::default()
        },
        plain: Plain::Always,
        ..Question::default()
    };
    let explored = explorer.explore(name, source, &question, |_| ());
    let graph = explored
        .map_err(|error| Pass::CannotRun(error.to_string()))?
        .graph;
    let races: Vec<&Outcome> = graph.races().collect();
    if races.is_empty() && !graph.complete {
        return Err(Pass::TooLarge(graph.cut.clone().unwrap_or_default()));
    }
    if races.is_empty() && source.contains("rand::") {
        return Err(Pass::RollsDice);
    }
    let texts = Texts {
        file,
        functions: Functions::of(source),
        explorer,
    };
    let report = |outcome: &&Outcome| race(&graph, outcome, &texts);
    let way = |outcome: &&Outcome| graph.schedule_text(&outcome.schedule, source);
    Ok(Explored {
        schedules: races.iter().map(way).collect(),
        races: races.iter().filter_map(report).collect(),
        of: graph
            .schedules
            .clone()
            .filter(|_| graph.complete && !graph.cyclic),
        is_complete: graph.complete,
    })
}

impl Explored {
    /// The answer for a person: the report and the schedules, or one sentence.
    #[must_use]
    pub fn text(&self) -> String {
        if self.races.is_empty() {
            return match self.of.as_deref() {
                Some("1") => "No data race: its only schedule has none\n".to_owned(),
                Some(of) => format!(
                    "No data race: none of its {} schedules has one\n",
                    grouped(of)
                ),
                None => "No data race: none of its schedules has one\n".to_owned(),
            };
        }
        let mut all = text(&self.races);
        for way in self
            .schedules
            .iter()
            .filter(|way| way.lines().count() <= LONGEST)
        {
            all.push_str("\nThe shortest schedule in which it happens:\n\n");
            all.push_str(way);
        }
        all
    }
}

/// The texts that a race may be in: the program's, and those of the crate `listings`.
struct Texts<'a> {
    file: &'a str,
    functions: Functions,
    explorer: &'a Explorer,
}

impl Texts<'_> {
    fn own(&self, line: u32, column: u32) -> Place {
        Place {
            file: self.file.to_owned(),
            line,
            column,
            function: self.functions.at(line, column),
        }
    }

    fn inside(&self, (file, line, column): &(String, u32, u32)) -> Place {
        let text = self.explorer.listing_text(file).unwrap_or_default();
        Place {
            file: file.clone(),
            line: *line,
            column: *column,
            function: Functions::of(&text).at(*line, *column),
        }
    }

    /// Where an access is: the innermost place first.
    fn stack(&self, side: &Trouble) -> Vec<Place> {
        let inside = side.inside.iter().map(|place| self.inside(place));
        let own =
            (side.line > 0 || side.inside.is_none()).then(|| self.own(side.line, side.column));
        inside.chain(own).collect()
    }
}

fn race(graph: &Graph, outcome: &Outcome, texts: &Texts) -> Option<Race> {
    let [now, before] = outcome.troubles.as_slice() else {
        return None;
    };
    let access = |side: &Trouble| Access {
        kind: match side.why.as_str() {
            "reads" => Kind::Read,
            _ => Kind::Write,
        },
        size: 0,
        who: who(graph, side.thread),
        stack: texts.stack(side),
    };
    let what = match now.object {
        Some(object) => graph.objects[object].0.clone(),
        None => "memory".to_owned(),
    };
    let mut threads: Vec<usize> = outcome.troubles.iter().map(|side| side.thread).collect();
    threads.sort_unstable();
    threads.dedup();
    let origins = threads.into_iter().filter(|thread| *thread != 0);
    let origins = origins.map(|thread| {
        let started = start(graph, outcome, thread);
        let (_, line, column) = graph.threads[thread];
        // A thread that the crate `listings` starts comes from where the program calls that.
        let (line, column) = match (line, &started) {
            (0, Some(start)) => (start.line, start.column),
            _ => (line, column),
        };
        Origin {
            who: who(graph, thread),
            creator: who(graph, started.map_or(0, |start| start.thread)),
            stack: vec![texts.own(line, column)],
        }
    });
    Some(Race {
        now: access(now),
        before: access(before),
        what: Some(what),
        block: None,
        threads: origins.collect(),
    })
}

fn who(graph: &Graph, thread: usize) -> Who {
    match thread {
        0 => Who::Main,
        _ => Who::Thread {
            number: thread as u32,
            name: Some(graph.threads[thread].0.clone()),
        },
    }
}

/// The step that starts a thread, in the schedule to an outcome.
fn start(graph: &Graph, outcome: &Outcome, thread: usize) -> Option<Line> {
    let name = &graph.threads[thread].0;
    let starts = |line: &Line| line.operation == "spawn" && line.result.as_ref() == Some(name);
    graph.lines(&outcome.schedule).into_iter().find(starts)
}
