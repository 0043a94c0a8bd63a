use std::collections::{BTreeMap, HashMap};

/// One clerk: how many of its two steps are done, and what it has seen.
#[derive(Clone, Copy, Default, PartialEq, Eq, Hash)]
struct Clerk {
    at: usize,
    seen: u32,
}

/// All there is: the board, and where each of the three clerks is.
#[derive(Clone, Copy, Default, PartialEq, Eq, Hash)]
struct State {
    total: u32,
    clerks: [Clerk; 3],
}

/// What becomes of the state if this clerk takes its next step; none if it has ended.
fn step(mut state: State, clerk: usize) -> Option<State> {
    let me = &mut state.clerks[clerk];
    match me.at {
        0 => me.seen = state.total,
        1 => state.total = me.seen + 1,
        _ => return None,
    }
    me.at += 1;
    Some(state)
}

/// In how many schedules from here each total is reached.
type Totals = BTreeMap<u32, u64>;

fn explore(state: State, known: &mut HashMap<State, Totals>) -> Totals {
    if let Some(totals) = known.get(&state) {
        return totals.clone();
    }
    let mut totals = Totals::new();
    for next in (0..3).filter_map(|clerk| step(state, clerk)) {
        for (total, schedules) in explore(next, known) {
            *totals.entry(total).or_default() += schedules;
        }
    }
    if totals.is_empty() {
        totals.insert(state.total, 1); // nobody can go on: an end
    }
    known.insert(state, totals.clone());
    totals
}

fn main() {
    let mut known = HashMap::new();
    for (total, schedules) in explore(State::default(), &mut known) {
        println!("total {total}: {schedules} schedules");
    }
    println!("states looked at: {}", known.len());
}
