//! Who waits in the learner's own lines: asleep, or by looking again and again.

use workbench::explore::graph::{Graph, State, Steps};

/// Somebody who cannot go on unless another one does.
pub(crate) struct Wait {
    /// Who.
    pub(crate) thread: usize,
    /// What is waited in, or what is done again and again.
    pub(crate) operations: Vec<usize>,
    /// What is waited for, if the thread is asleep.
    pub(crate) why: Option<String>,
    /// The shortest schedule to there: which of its steps each state takes.
    pub(crate) schedule: Vec<usize>,
}

/// The first that comes to pass, if anybody ever waits.
pub(crate) fn first(graph: &Graph) -> Option<Wait> {
    let gets_out: Vec<Vec<bool>> = (0..graph.threads.len())
        .map(|thread| gets_out(graph, thread))
        .collect();
    let (order, from) = breadth_first(graph);
    order.into_iter().find_map(|state| {
        let round = || {
            let stuck = |thread: &usize| !gets_out[*thread][state];
            let mut threads = (0..graph.threads.len()).filter(stuck);
            threads.find_map(|thread| goes_round(graph, thread, state))
        };
        let wait = asleep(graph, state).or_else(round)?;
        let schedule = schedule(&from, state);
        Some(Wait { schedule, ..wait })
    })
}

/// The steps that can be taken in a state.
fn edges(state: &State) -> &[Vec<i64>] {
    match state.steps() {
        Steps::Edges(edges) => edges,
        Steps::Outcome(_) => &[],
    }
}

/// The steps of one thread: operation, and the state to which it leads.
fn own(state: &State, thread: usize) -> impl Iterator<Item = (usize, Option<usize>)> {
    let is_own = move |edge: &&Vec<i64>| edge[0] == thread as i64;
    let step = |edge: &Vec<i64>| (edge[2] as usize, usize::try_from(edge[4]).ok());
    edges(state).iter().filter(is_own).map(step)
}

fn is_learners(graph: &Graph, operation: usize) -> bool {
    graph.operations[operation].0 > 0
}

/// For each state, whether the thread can come from there by its own steps alone to where it has
/// done what it does, or sleeps.
fn gets_out(graph: &Graph, thread: usize) -> Vec<bool> {
    let mut before: Vec<Vec<usize>> = vec![Vec::new(); graph.states.len()];
    let mut out = Vec::new();
    for (number, state) in graph.states.iter().enumerate() {
        let mut targets = own(state, thread).map(|(_, to)| to).peekable();
        if targets.peek().is_none() {
            out.push(number);
        }
        for target in targets {
            match target {
                Some(to) => before[to].push(number),
                None => out.push(number),
            }
        }
    }
    let mut gets_out = vec![false; graph.states.len()];
    while let Some(state) = out.pop() {
        if !std::mem::replace(&mut gets_out[state], true) {
            out.extend(&before[state]);
        }
    }
    gets_out
}

/// All states, the nearest first, and for each how one comes there: from which state, by which of
/// its steps.
fn breadth_first(graph: &Graph) -> (Vec<usize>, Vec<Option<(usize, usize)>>) {
    let mut from = vec![None; graph.states.len()];
    let mut order = vec![0];
    let mut next = 0;
    while let Some(state) = order.get(next).copied() {
        next += 1;
        for (choice, edge) in edges(&graph.states[state]).iter().enumerate() {
            let Ok(to) = usize::try_from(edge[4]) else {
                continue;
            };
            if to != 0 && from[to].is_none() {
                from[to] = Some((state, choice));
                order.push(to);
            }
        }
    }
    (order, from)
}

fn schedule(from: &[Option<(usize, usize)>], mut state: usize) -> Vec<usize> {
    let mut choices = Vec::new();
    while let Some((before, choice)) = from[state] {
        choices.push(choice);
        state = before;
    }
    choices.reverse();
    choices
}

/// Who is asleep in a line of the learner's.
fn asleep(graph: &Graph, state: usize) -> Option<Wait> {
    let State::Waiting((_, waiting)) = &graph.states[state] else {
        return None;
    };
    waiting.iter().find_map(|one| {
        let [thread, operation, why, ..] = one[..] else {
            return None; // It could go on, and is held back.
        };
        let wait = Wait {
            thread: thread as usize,
            operations: vec![operation as usize],
            why: Some(graph.strings[usize::try_from(why).ok()?].clone()),
            schedule: Vec::new(),
        };
        is_learners(graph, operation as usize).then_some(wait)
    })
}

/// What a thread does again and again that never gets out by itself, if it is in the learner's
/// lines.
fn goes_round(graph: &Graph, thread: usize, mut state: usize) -> Option<Wait> {
    let mut seen = vec![None; graph.states.len()];
    let mut operations = Vec::new();
    while seen[state].is_none() {
        seen[state] = Some(operations.len());
        let (operation, to) = own(&graph.states[state], thread).next()?;
        operations.push(operation);
        state = to?;
    }
    let mut operations = operations.split_off(seen[state]?);
    operations.sort_unstable();
    operations.dedup();
    let is_learners = operations.iter().any(|one| is_learners(graph, *one));
    is_learners.then_some(Wait {
        thread,
        operations,
        why: None,
        schedule: Vec::new(),
    })
}
