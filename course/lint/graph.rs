//! The recorded graph of a listing, as much of it as the rules look at.
//!
//! `explorer/GRAPH.md` says what is in it.

use std::collections::{BTreeSet, HashSet};

use serde::Deserialize;

/// All schedules of a program.
#[derive(Deserialize)]
pub(super) struct Graph {
    pub(super) complete: bool,
    pub(super) schedules: Option<String>,
    pub(super) outcomes: Vec<Outcome>,
    threads: Vec<(String, u32, u32)>,
    objects: Vec<(String, String, u32, u32)>,
    operations: Vec<(u32, u32, String, i64, String)>,
    states: Vec<Vec<Steps>>,
}

/// One way in which a program can end.
#[derive(Deserialize)]
pub(super) struct Outcome {
    pub(super) kind: String,
    pub(super) fails: bool,
    pub(super) stdout: String,
    #[serde(default)]
    pub(super) count: Option<String>,
}

/// The first entry of a state: the number of an outcome, or what can be done. What waits stands
/// in the second one, and has the form of steps.
#[derive(Deserialize)]
#[serde(untagged)]
enum Steps {
    End(usize),
    Next(Vec<Vec<i64>>),
}

impl Outcome {
    /// As `src/elements/explorer/goal.js` has it.
    pub(super) fn is(&self, reach: &str) -> bool {
        let Some(text) = reach.strip_prefix("prints ") else {
            return self.fails && ["fails", &self.kind].contains(&reach);
        };
        let (is_only, text) = match text.strip_prefix("only ") {
            Some(text) => (true, text),
            None => (false, text),
        };
        let wanted: Vec<&str> = text.split(" / ").collect();
        let lines: Vec<&str> = self.stdout.lines().collect();
        let mut left = wanted.iter().peekable();
        for line in &lines {
            left.next_if(|wanted| *wanted == line);
        }
        !self.fails && left.peek().is_none() && (!is_only || lines.len() == wanted.len())
    }
}

impl Graph {
    /// Every order in which the steps that `wanted` names come, in schedules that have all of
    /// them and end as `reach` says. An order is a list of places in `wanted`.
    ///
    /// A step is named as in a schedule: `ann store LOANS`, thread, verb and object, and what
    /// stands behind if that matters. If two names are equal, the first is the earlier step.
    pub(super) fn orders(&self, wanted: &[&str], reach: Option<&str>) -> BTreeSet<Vec<usize>> {
        let mut orders = BTreeSet::new();
        let mut seen = HashSet::new();
        let mut open = vec![(0, Vec::new())];
        while let Some((state, order)) = open.pop() {
            if !seen.insert((state, order.clone())) {
                continue;
            }
            match self.states.get(state).and_then(|state| state.first()) {
                Some(Steps::End(outcome)) => {
                    let is_meant = reach.is_none_or(|reach| self.outcomes[*outcome].is(reach));
                    if order.len() == wanted.len() && is_meant {
                        orders.insert(order);
                    }
                }
                Some(Steps::Next(steps)) => {
                    let next = steps.iter().filter_map(|step| {
                        let target = usize::try_from(*step.get(4)?).ok()?;
                        Some((target, self.with_step(step, &order, wanted)?))
                    });
                    open.extend(next);
                }
                None => {}
            }
        }
        orders
    }

    /// The order with this step at its end, if it is one of those wanted; nothing if it is one of
    /// them and has come before, since then it is not clear which is meant.
    fn with_step(&self, step: &[i64], order: &[usize], wanted: &[&str]) -> Option<Vec<usize>> {
        let words = self.words(step)?;
        let is_named = |at: &usize| {
            let rest = words.strip_prefix(wanted[*at]);
            rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
        };
        let mut order = order.to_vec();
        if let Some(first) = (0..wanted.len()).find(is_named) {
            let places = first..wanted.len();
            let mut left = places.filter(|at| is_named(at) && !order.contains(at));
            order.push(left.next()?);
        }
        Some(order)
    }

    /// A step in words: `ann store LOANS 1`.
    fn words(&self, step: &[i64]) -> Option<String> {
        let at = |at: usize| usize::try_from(*step.get(at)?).ok();
        let (name, ..) = self.threads.get(at(0)?)?;
        let (_, _, verb, object, detail) = self.operations.get(at(2)?)?;
        let object = usize::try_from(*object).ok();
        let object = object.and_then(|object| self.objects.get(object));
        let object = object.map_or("", |(name, ..)| name.as_str());
        let parts = [name.as_str(), verb, object, detail.trim_matches('"')];
        let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        Some(parts.join(" "))
    }
}
