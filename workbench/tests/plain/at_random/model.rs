//! What happens before what in a random program, by the rules that the documentation of its parts
//! gives, in every order of its steps.
//!
//! There are no clocks here. For each thread there is the set of accesses that happen before
//! whatever it does next, and for each lock, channel and so on the sets that it hands on.

use super::plan::{Access, Op, Part, Plan, is_receive, is_send};
use super::state::{
    ASLEEP, State, Thread, acquires, begin_once, change, enter, leave, releases, wait,
};
use std::collections::{BTreeSet, HashSet};
use std::sync::atomic::Ordering;

/// Two accesses, each by its thread and its place in that, smaller first.
pub type Pair = ((usize, usize), (usize, usize));

/// The data races of a program.
#[derive(Debug, Default)]
pub struct Races {
    /// Every two accesses that race in some order of the steps.
    pub all: BTreeSet<Pair>,
    /// Those of them that must be named: no later access of the same thread races as well.
    pub named: BTreeSet<Pair>,
}

/// A program, with its accesses numbered.
struct Program<'a> {
    plan: &'a Plan,
    accesses: Vec<((usize, usize), &'a Access)>,
    meet: usize,
}

/// The races of a program, in all orders.
pub fn races(plan: &Plan) -> Races {
    let mut accesses = Vec::new();
    for (thread, ops) in plan.threads.iter().enumerate() {
        for (at, op) in ops.iter().enumerate() {
            if let Op::Access(access) = op {
                accesses.push(((thread, at), access));
            }
        }
    }
    let program = Program {
        plan,
        accesses,
        meet: plan.users(|op| matches!(op, Op::Meet)).len(),
    };
    let mut start = State {
        threads: vec![Thread::default(); plan.threads.len()],
        boards: plan.users(|op| matches!(op, Op::DropBoard)).len(),
        ..State::default()
    };
    start.threads[0].begun = true;
    start.channel.senders = plan.users(is_send).len().max(1);
    start.channel.receivers = plan.users(is_receive).len().max(1);
    let (mut races, mut seen, mut open) = (Races::default(), HashSet::new(), vec![start]);
    while let Some(state) = open.pop() {
        for thread in 0..plan.threads.len() {
            for next in program.steps(&state, thread, &mut races) {
                if seen.insert(next.clone()) {
                    open.push(next);
                }
            }
        }
    }
    races
}

impl<'a> Program<'a> {
    /// The states to which a step of this thread may lead; none if it cannot take any.
    fn steps(&self, state: &State, me: usize, races: &mut Races) -> Vec<State> {
        let thread = &state.threads[me];
        // When main has ended, so has everybody.
        let is_over = state.threads[0].at >= self.plan.threads[0].len();
        let op = self.plan.threads[me].get(thread.at);
        let (Some(op), true, false) = (op, thread.begun, is_over) else {
            return Vec::new();
        };
        let mut next = state.clone();
        let phase = thread.phase;
        match op {
            Op::Access(access) => {
                self.access(&mut next, (me, thread.at), access, races);
                next.go_on(me, 0)
            }
            Op::Spawn(other) => {
                next.threads[*other].begun = true;
                next.threads[*other].before = thread.before;
                next.go_on(me, 0)
            }
            Op::Join(other) => {
                let ended = &state.threads[*other];
                if ended.at < self.plan.threads[*other].len() {
                    return Vec::new();
                }
                *next.before(me) |= ended.before;
                next.go_on(me, 0)
            }
            Op::Lock => next
                .lock(me, |all| &mut all.lock)
                .and_then(|s| s.go_on(me, 0)),
            Op::TryLock if state.lock.held => next.go_on(me, 2),
            Op::TryLock => next
                .lock(me, |all| &mut all.lock)
                .and_then(|s| s.go_on(me, 0)),
            Op::Unlock => next.unlock(me, |all| &mut all.lock).go_on(me, 0),
            Op::Enter(shared, mode) => enter(next, me, *shared, *mode),
            Op::Change(shared, from, to) => change(next, me, *shared, *from, *to),
            Op::Leave(shared, mode) => {
                leave(&mut next, me, *shared, *mode);
                next.go_on(me, 0)
            }
            Op::Store(atomic, ordering) => {
                let handed_on = next.handed_on(me, *ordering);
                next.atomics[*atomic] = (1, handed_on);
                next.go_on(me, 0)
            }
            Op::Load(atomic, ordering) => {
                let value = next.load(me, *atomic, *ordering);
                next.go_on(me, usize::from(value == 0))
            }
            Op::Add(atomic, ordering) => {
                let value = next.load(me, *atomic, *ordering);
                // What the value before handed on, this one does as well.
                let handed_on = next.atomics[*atomic].1 | next.handed_on(me, *ordering);
                next.atomics[*atomic] = (value + 1, handed_on);
                next.go_on(me, 0)
            }
            Op::Set(atomic, _) if state.atomics[*atomic].0 != 0 => {
                next.load(me, *atomic, Ordering::Relaxed);
                next.go_on(me, 1)
            }
            Op::Set(atomic, ordering) => {
                next.load(me, *atomic, *ordering);
                let handed_on = next.atomics[*atomic].1 | next.handed_on(me, *ordering);
                next.atomics[*atomic] = (1, handed_on);
                next.go_on(me, 0)
            }
            Op::Fence(ordering) => {
                if acquires(*ordering) {
                    let pending = next.threads[me].pending;
                    *next.before(me) |= pending;
                }
                if releases(*ordering) {
                    next.threads[me].fenced = *next.before(me);
                }
                next.go_on(me, 0)
            }
            Op::Send | Op::TrySend => self.send(next, me, matches!(op, Op::TrySend)),
            Op::Receive | Op::TryReceive => {
                return self.receive(state, me, matches!(op, Op::TryReceive));
            }
            Op::DropSender => {
                next.channel.by_senders |= thread.before;
                next.channel.senders -= 1;
                next.go_on(me, 0)
            }
            Op::DropReceiver => {
                next.channel.by_receivers |= thread.before;
                next.channel.receivers -= 1;
                next.go_on(me, 0)
            }
            Op::Once => begin_once(next, me, |all| &mut all.once),
            Op::Init => begin_once(next, me, |all| &mut all.full),
            Op::OnceEnd(full) => {
                let once = if *full {
                    &mut next.full
                } else {
                    &mut next.once
                };
                once.done = Some(thread.before);
                next.go_on(me, 0)
            }
            Op::Get => match next.full.done {
                Some(made) => {
                    *next.before(me) |= made;
                    next.go_on(me, 0)
                }
                None => next.go_on(me, 1),
            },
            Op::Meet => self.meet(next, me),
            Op::Park => {
                let Some(token) = next.threads[me].token.take() else {
                    return Vec::new();
                };
                *next.before(me) |= token;
                next.go_on(me, 0)
            }
            Op::Unpark(other) => {
                *next.threads[*other].token.get_or_insert(0) |= thread.before;
                next.go_on(me, 0)
            }
            Op::Notify => self.notify(next, me, phase),
            Op::Await => wait(next, me, phase),
            Op::DropBoard => {
                // Whoever drops the last one knows what the others did until it is dropped.
                next.boards -= 1;
                next.by_boards |= thread.before;
                next.go_on(me, 0)
            }
        }
        .into_iter()
        .collect()
    }

    fn access(&self, state: &mut State, now: (usize, usize), access: &Access, races: &mut Races) {
        let number = self.accesses.iter().position(|(place, _)| *place == now);
        let number = number.expect("all accesses are numbered");
        let before = *state.before(now.0);
        for (other, _) in &state.made {
            let (place, earlier) = self.accesses[*other];
            if place.0 == now.0 || before & 1 << other != 0 {
                continue;
            }
            let pairs = earlier
                .parts
                .iter()
                .flat_map(|a| access.parts.iter().map(move |b| (a, b)));
            for (one, two) in pairs.filter(|(a, b)| a.area == b.area && (a.writes || b.writes)) {
                let common =
                    one.start.max(two.start)..(one.start + one.size).min(two.start + two.size);
                for byte in common {
                    let pair = (place.min(now), place.max(now));
                    races.all.insert(pair);
                    if !self.is_covered(state, *other, one, byte) {
                        races.named.insert(pair);
                    }
                }
            }
        }
        state.made.push((number, before));
        state.made.sort_unstable();
        *state.before(now.0) |= 1 << number;
    }

    /// Whether a later access, which comes after this one, races for the byte in the same way.
    fn is_covered(&self, state: &State, access: usize, part: &Part, byte: usize) -> bool {
        state.made.iter().any(|(later, before)| {
            before & 1 << access != 0
                && self.accesses[*later].1.parts.iter().any(|other| {
                    other.area == part.area
                        && (other.writes || !part.writes)
                        && (other.start..other.start + other.size).contains(&byte)
                })
        })
    }

    fn send(&self, mut state: State, me: usize, tries: bool) -> Option<State> {
        let room = self.plan.channel.room();
        let channel = &mut state.channel;
        if channel.receivers == 0 {
            let by_receivers = channel.by_receivers;
            *state.before(me) |= by_receivers;
            return state.go_on(me, usize::from(tries));
        }
        if room == Some(0) {
            // It waits: the meeting is a step of the receiver.
            return match state.threads[me].phase {
                0 => state.to(me, 1),
                _ => None,
            };
        }
        if room.is_some_and(|room| channel.messages.len() >= room) {
            return if tries { state.go_on(me, 1) } else { None };
        }
        channel.sent += 1;
        let made_by = room.and_then(|room| channel.sent.checked_sub(room + 1));
        let made_room = made_by.map_or(0, |receive| channel.received[receive]);
        *state.before(me) |= made_room;
        let before = *state.before(me);
        state.channel.messages.push(before);
        state.go_on(me, 0)
    }

    fn receive(&self, state: &State, me: usize, tries: bool) -> Vec<State> {
        let mut next = state.clone();
        if !state.channel.messages.is_empty() {
            let message = next.channel.messages.remove(0);
            *next.before(me) |= message;
            let before = *next.before(me);
            next.channel.received.push(before);
            return next.go_on(me, 0).into_iter().collect();
        }
        if state.channel.senders == 0 {
            *next.before(me) |= state.channel.by_senders;
            return next.go_on(me, usize::from(tries)).into_iter().collect();
        }
        if tries {
            return next.go_on(me, 1).into_iter().collect();
        }
        let waits = |other: &usize| {
            let thread = &state.threads[*other];
            let op = self.plan.threads[*other].get(thread.at);
            thread.phase == 1 && matches!(op, Some(Op::Send))
        };
        let senders = (0..state.threads.len()).filter(waits);
        let meet = |sender: usize| {
            let mut next = state.clone();
            let both = state.threads[me].before | state.threads[sender].before;
            *next.before(me) = both;
            *next.before(sender) = both;
            next.go_on(sender, 0)?.go_on(me, 0)
        };
        senders.filter_map(meet).collect()
    }

    fn meet(&self, mut state: State, me: usize) -> Option<State> {
        if state.threads[me].phase > 0 {
            return None;
        }
        state.met.push(me);
        state.met.sort_unstable();
        if state.met.len() < self.meet {
            return state.to(me, 1);
        }
        let all = state
            .met
            .iter()
            .fold(0, |all, thread| all | state.threads[*thread].before);
        for thread in std::mem::take(&mut state.met) {
            *state.before(thread) |= all;
            state = state.go_on(thread, 0)?;
        }
        Some(state)
    }

    fn notify(&self, mut state: State, me: usize, phase: u8) -> Option<State> {
        match phase {
            0 => {
                let mut state = state.lock(me, |all| &mut all.ready)?;
                state.is_ready = true;
                state.to(me, 1)
            }
            1 => state.unlock(me, |all| &mut all.ready).to(me, 2),
            _ => {
                for thread in 0..state.threads.len() {
                    let op = self.plan.threads[thread].get(state.threads[thread].at);
                    if matches!(op, Some(Op::Await)) && state.threads[thread].phase == ASLEEP {
                        state.threads[thread].phase = 0;
                    }
                }
                state.go_on(me, 0)
            }
        }
    }
}
