//! From a graph of states to a sentence, and to a schedule on the learner's lines.

use crate::causes;
use crate::verdict::{Failure, Finding, Step};
use crate::waiting::{self, Wait};
use std::str::FromStr;
use workbench::explore::graph::{Graph, Outcome, Trouble};

/// What a check demands: as the crate `checks` has it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Demand {
    Every,
    Weak,
    Free,
    Some,
    Sleeps,
}

impl FromStr for Demand {
    type Err = ();

    fn from_str(word: &str) -> Result<Demand, ()> {
        match word {
            "Every" => Ok(Demand::Every),
            "Weak" => Ok(Demand::Weak),
            "Free" => Ok(Demand::Free),
            "Some" => Ok(Demand::Some),
            "Sleeps" => Ok(Demand::Sleeps),
            _ => Err(()),
        }
    }
}

/// The kinds of what a check lets threads meet at: see the stand-in for `checks`.
const MEETING: &str = "meeting";
const HANDSHAKE: &str = "handshake";

/// What a panic's message begins with that is the word of a check: see the stand-in for `checks`.
const SAID_BY_A_CHECK: char = '\u{1}';

/// Whether the graph is as it is demanded, and if not, how that shows. `word` is what a schedule ends
/// with that has come to where a check wants it, `text` the learner's file.
pub(crate) fn finding(graph: &Graph, demand: Demand, word: &str, text: &str) -> Finding {
    let is_bad = |outcome: &&Outcome| match demand {
        Demand::Every | Demand::Weak | Demand::Free => outcome.fails || outcome.kind == "exit",
        Demand::Some => false,
        Demand::Sleeps => outcome.kind != "deadlock",
    };
    let bad: Vec<&Outcome> = graph.outcomes.iter().filter(is_bad).collect();
    let shortest = bad.iter().min_by_key(|outcome| graph.length(outcome));
    if let Some(outcome) = shortest {
        let teller = Teller { graph, text };
        return Finding::Failed(Failure {
            schedules: share(graph, &bad),
            ..teller.failure(outcome, demand)
        });
    }
    let reached = |outcome: &Outcome| outcome.kind == "exit" && outcome.stdout.ends_with(word);
    if demand == Demand::Some && graph.outcomes.iter().any(reached) {
        return passed(graph);
    }
    if !graph.complete {
        let cut = graph.cut.as_deref().unwrap_or("the search was cut");
        let tried = match graph.samples {
            0 => String::new(),
            samples => format!("; {samples} schedules more, tried at random, do not fail"),
        };
        let advice = advice(cut);
        return Finding::Unknown {
            why: format!("not every schedule could be explored: {cut}{tried}{advice}"),
        };
    }
    if demand == Demand::Some {
        return Finding::Failed(never_reached(graph));
    }
    if demand == Demand::Free
        && let Some(wait) = waiting::first(graph)
    {
        return Finding::Failed(Teller { graph, text }.waits(wait));
    }
    passed(graph)
}

/// What helps, most likely, where not every schedule could be explored.
fn advice(cut: &str) -> &'static str {
    if cut.contains("does not always do the same") {
        return ". Does it go by addresses in memory? They are others in each run: go by something \
                that the values themselves hold, such as a number";
    }
    if cut.contains("steps") || cut.contains("states") || cut.contains("longer than") {
        return ". Does a thread look again and again until something has happened? Let it wait for \
                that: on a condition, a channel, a join. Otherwise try it with fewer steps";
    }
    ""
}

fn passed(graph: &Graph) -> Finding {
    Finding::Passed {
        schedules: graph.schedules.clone(),
        states: graph.states.len(),
    }
}

/// In how many schedules it fails, of how many.
fn share(graph: &Graph, bad: &[&Outcome]) -> Option<(String, String)> {
    let number = |text: &Option<String>| text.as_ref()?.parse::<u128>().ok();
    let counts: Option<Vec<u128>> = bad.iter().map(|outcome| number(&outcome.count)).collect();
    let all = number(&graph.schedules).filter(|_| graph.complete)?;
    Some((counts?.iter().sum::<u128>().to_string(), all.to_string()))
}

fn never_reached(graph: &Graph) -> Failure {
    let ends = graph
        .outcomes
        .iter()
        .map(|outcome| match graph.failure(outcome) {
            Some(failure) => failure,
            None => "the check comes to its end".to_owned(),
        });
    let mut details: Vec<String> = ends.collect();
    details.sort();
    details.dedup();
    details.truncate(4);
    Failure {
        what: "there is no schedule in which this happens".to_owned(),
        details,
        ..Failure::default()
    }
}

/// Reads one outcome off a graph.
struct Teller<'a> {
    graph: &'a Graph,
    /// The learner's file.
    text: &'a str,
}

impl Teller<'_> {
    fn failure(&self, outcome: &Outcome, demand: Demand) -> Failure {
        let (what, mut details) = match outcome.kind.as_str() {
            "deadlock" => self.deadlock(outcome),
            "panic" => self.panic(outcome),
            "livelock" => self.livelock(outcome, demand),
            "hang" => (
                "a loop runs on and on without doing anything that another thread could notice"
                    .to_owned(),
                self.places(outcome, "it began after what is done"),
            ),
            "exit" => (
                "the process is ended before the check is done".to_owned(),
                Vec::new(),
            ),
            "abort" => (
                "the process is aborted".to_owned(),
                outcome
                    .troubles
                    .iter()
                    .map(|trouble| trouble.why.clone())
                    .collect(),
            ),
            _ if demand == Demand::Sleeps => (
                "it goes on, although it should still wait".to_owned(),
                Vec::new(),
            ),
            _ => ("the check fails".to_owned(), Vec::new()),
        };
        let printed = outcome.stdout.trim_end();
        if !printed.is_empty() {
            details.push(format!("printed until then: {printed:?}"));
        }
        Failure {
            what,
            details,
            schedules: None,
            schedule: self.steps(&outcome.schedule),
            choices: outcome.schedule.clone(),
        }
    }

    fn deadlock(&self, outcome: &Outcome) -> (String, Vec<String>) {
        let waits = |trouble: &&Trouble| trouble.operation.is_some();
        let waiting: Vec<&Trouble> = outcome.troubles.iter().filter(waits).collect();
        let is_at = |kind| waiting.iter().any(|trouble| self.is_at(kind, trouble));
        let what = match is_at(MEETING) {
            false => "nobody can go on: a deadlock".to_owned(),
            true => "they are never inside at the same time: one is inside, and nobody comes in"
                .to_owned(),
        };
        let mut details: Vec<String> = waiting.iter().map(|trouble| self.wait(trouble)).collect();
        let panicked = outcome
            .troubles
            .iter()
            .filter(|trouble| trouble.operation.is_none());
        details.extend(panicked.map(|trouble| self.one_panic(trouble)));
        (what, details)
    }

    /// Whether it waits at an object of this kind.
    fn is_at(&self, kind: &str, trouble: &Trouble) -> bool {
        let object = trouble.object.map(|object| &self.graph.objects[object]);
        object.is_some_and(|(_, of, ..)| of == kind)
    }

    /// Who waits where, for what.
    fn wait(&self, trouble: &Trouble) -> String {
        let thread = self.thread(trouble.thread);
        let place = place(trouble.line);
        if self.is_at(MEETING, trouble) {
            return format!("{thread} is inside{place}, and waits for another one");
        }
        if self.is_at(HANDSHAKE, trouble) {
            return match trouble.line {
                0 => format!("{thread}, in the check, waits for another one, who does not come"),
                _ => format!(
                    "{thread} calls the check{place}: there it waits for another one, who does not come"
                ),
            };
        }
        let operation = trouble
            .operation
            .map(|operation| self.graph.operation(operation));
        let operation = operation.unwrap_or_default();
        let why = self.graph.why(trouble);
        format!("{thread} waits{place}: {operation} ({why})")
    }

    fn panic(&self, outcome: &Outcome) -> (String, Vec<String>) {
        let main = outcome.troubles.iter().find(|trouble| trouble.thread == 0);
        let said = outcome
            .troubles
            .iter()
            .find(|trouble| trouble.why.starts_with(SAID_BY_A_CHECK));
        let first = said.or(main).or(outcome.troubles.first());
        let Some(first) = first else {
            return ("a thread panics".to_owned(), Vec::new());
        };
        let what = self.one_panic(first);
        let others = outcome
            .troubles
            .iter()
            .filter(|trouble| !std::ptr::eq(*trouble, first));
        let mut details: Vec<String> = others.map(|trouble| self.one_panic(trouble)).collect();
        details.extend(causes::of(&what, self.graph, &outcome.schedule));
        (what, details)
    }

    fn one_panic(&self, trouble: &Trouble) -> String {
        let thread = self.thread(trouble.thread);
        let place = place(trouble.line);
        match trouble.why.strip_prefix(SAID_BY_A_CHECK) {
            Some(words) if trouble.line > 0 => {
                format!("{} (line {})", message(words), trouble.line)
            }
            Some(words) => message(words),
            None => format!("{thread} panics{place}: {}", message(&trouble.why)),
        }
    }

    fn livelock(&self, outcome: &Outcome, demand: Demand) -> (String, Vec<String>) {
        let what = match demand {
            Demand::Sleeps => "it does not sleep: it looks again and again",
            _ => "threads can go round for ever, and get nowhere",
        };
        let around = |trouble: &Trouble| {
            let operation = trouble
                .operation
                .map(|operation| self.graph.operation(operation));
            let thread = self.thread(trouble.thread);
            let place = place(trouble.line);
            format!(
                "{thread} goes round{place}: {}",
                operation.unwrap_or_default()
            )
        };
        (
            what.to_owned(),
            outcome.troubles.iter().map(around).collect(),
        )
    }

    /// Somebody waits where nobody may.
    fn waits(&self, wait: Wait) -> Failure {
        let thread = self.thread(wait.thread);
        let one = |operation: &usize| {
            let place = place(self.graph.operations[*operation].0);
            let operation = self.graph.operation(*operation);
            match &wait.why {
                Some(why) => format!("{thread} waits{place}: {operation} ({why})"),
                None => format!("{thread} goes round{place}: {operation}"),
            }
        };
        Failure {
            what: format!("{thread} gets no further until another one goes on"),
            details: wait.operations.iter().map(one).collect(),
            schedules: None,
            schedule: self.steps(&wait.schedule),
            choices: wait.schedule.clone(),
        }
    }

    fn places(&self, outcome: &Outcome, words: &str) -> Vec<String> {
        let one = |trouble: &Trouble| {
            let thread = self.thread(trouble.thread);
            format!("{thread}: {words}{}", place(trouble.line))
        };
        outcome.troubles.iter().map(one).collect()
    }

    fn thread(&self, number: usize) -> &str {
        &self.graph.threads[number].0
    }

    fn steps(&self, schedule: &[usize]) -> Vec<Step> {
        let source: Vec<&str> = self.text.lines().collect();
        let lines = self.graph.lines(schedule);
        let step = |line: workbench::explore::graph::Line| {
            let code = source.get((line.line as usize).wrapping_sub(1));
            let operation = match &line.result {
                Some(result) => format!("{} → {result}", line.operation),
                None => line.operation,
            };
            Step {
                thread: self.graph.threads[line.thread].0.clone(),
                operation,
                line: (line.line > 0).then_some(line.line),
                code: code.map(|code| code.trim().to_owned()),
                changes: line.changes,
            }
        };
        let mut steps: Vec<Step> = lines.into_iter().map(step).collect();
        // How it ends has been said.
        let is_end = |step: &Step| step.line.is_none() && step.is_end();
        while steps.last().is_some_and(is_end) {
            steps.pop();
        }
        steps
    }
}

fn place(line: u32) -> String {
    match line {
        0 => String::new(),
        line => format!(" at line {line}"),
    }
}

/// The message of a panic in one line.
fn message(why: &str) -> String {
    let lines: Vec<&str> = why.lines().map(str::trim).collect();
    lines.join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_helps_depends_on_what_has_cut_the_search() {
        let addresses = advice("the program does not always do the same: one step was missing");
        assert!(addresses.contains("such as a number"), "{addresses}");
        let polling = advice("it has schedules of more than 400 steps");
        assert!(polling.contains("look again and again"), "{polling}");
        assert_eq!(advice("a thread ran on without any operation"), "");
    }
}
