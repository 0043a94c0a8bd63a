//! Where a random program is: what happens before whatever each thread does next, and what each
//! lock, channel and so on hands on.

use super::plan::{Mode, Shared};
use std::sync::atomic::Ordering;

/// A set of accesses, by their numbers.
pub(super) type Set = u64;

#[derive(Clone, PartialEq, Eq, Hash, Default)]
pub(super) struct Thread {
    pub(super) begun: bool,
    pub(super) at: usize,
    /// How far it is in the operation, where that has several steps.
    pub(super) phase: u8,
    pub(super) before: Set,
    /// What relaxed loads have seen, for an acquire fence.
    pub(super) pending: Set,
    /// What was before its latest release fence.
    pub(super) fenced: Set,
    /// What those have handed on who have unparked it.
    pub(super) token: Option<Set>,
}

#[derive(Clone, PartialEq, Eq, Hash, Default)]
pub(super) struct Lock {
    pub(super) held: bool,
    pub(super) released: Set,
}

#[derive(Clone, PartialEq, Eq, Hash, Default)]
pub(super) struct SharedLock {
    pub(super) readers: u8,
    pub(super) upgradable: bool,
    pub(super) writer: bool,
    /// By readers, by the upgradable ones among them, by writers.
    pub(super) released: [Set; 3],
}

#[derive(Clone, PartialEq, Eq, Hash, Default)]
pub(super) struct Channel {
    pub(super) messages: Vec<Set>,
    /// How many were sent, and what each receive has handed on.
    pub(super) sent: usize,
    pub(super) received: Vec<Set>,
    pub(super) senders: usize,
    pub(super) receivers: usize,
    pub(super) by_senders: Set,
    pub(super) by_receivers: Set,
}

#[derive(Clone, PartialEq, Eq, Hash, Default)]
pub(super) struct Once {
    pub(super) running: bool,
    pub(super) done: Option<Set>,
}

#[derive(Clone, PartialEq, Eq, Hash, Default)]
pub(super) struct State {
    pub(super) threads: Vec<Thread>,
    /// The accesses that were made, each with what happened before it.
    pub(super) made: Vec<(usize, Set)>,
    pub(super) lock: Lock,
    pub(super) ready: Lock,
    pub(super) is_ready: bool,
    pub(super) shared: [SharedLock; 2],
    pub(super) atomics: [(u8, Set); 2],
    pub(super) channel: Channel,
    pub(super) once: Once,
    pub(super) full: Once,
    pub(super) met: Vec<usize>,
    pub(super) boards: usize,
    pub(super) by_boards: Set,
}

pub(super) fn acquires(ordering: Ordering) -> bool {
    matches!(
        ordering,
        Ordering::Acquire | Ordering::AcqRel | Ordering::SeqCst
    )
}

pub(super) fn releases(ordering: Ordering) -> bool {
    matches!(
        ordering,
        Ordering::Release | Ordering::AcqRel | Ordering::SeqCst
    )
}

impl State {
    pub(super) fn before(&mut self, thread: usize) -> &mut Set {
        &mut self.threads[thread].before
    }

    /// The thread goes on to another operation, leaving out `skipped`.
    pub(super) fn go_on(mut self, thread: usize, skipped: usize) -> Option<State> {
        self.threads[thread].at += 1 + skipped;
        self.threads[thread].phase = 0;
        Some(self)
    }

    /// It goes on within the operation.
    pub(super) fn to(mut self, thread: usize, phase: u8) -> Option<State> {
        self.threads[thread].phase = phase;
        Some(self)
    }

    pub(super) fn lock(mut self, me: usize, which: fn(&mut State) -> &mut Lock) -> Option<State> {
        let lock = which(&mut self);
        if lock.held {
            return None;
        }
        lock.held = true;
        let released = lock.released;
        *self.before(me) |= released;
        Some(self)
    }

    pub(super) fn unlock(mut self, me: usize, which: fn(&mut State) -> &mut Lock) -> State {
        let before = *self.before(me);
        *which(&mut self) = Lock {
            held: false,
            released: before,
        };
        self
    }

    /// A load that sees the newest value.
    pub(super) fn load(&mut self, me: usize, atomic: usize, ordering: Ordering) -> u8 {
        let (value, released) = self.atomics[atomic];
        match acquires(ordering) {
            true => *self.before(me) |= released,
            false => self.threads[me].pending |= released,
        }
        value
    }

    /// What a store hands on.
    pub(super) fn handed_on(&mut self, me: usize, ordering: Ordering) -> Set {
        match releases(ordering) {
            true => *self.before(me),
            false => self.threads[me].fenced,
        }
    }
}

/// The phase of a thread that waits for a notification.
pub(super) const ASLEEP: u8 = 9;

pub(super) fn wait(state: State, me: usize, phase: u8) -> Option<State> {
    match phase {
        0 => {
            let state = state.lock(me, |all| &mut all.ready)?;
            let phase = if state.is_ready { 2 } else { 1 };
            state.to(me, phase)
        }
        1 => state.unlock(me, |all| &mut all.ready).to(me, ASLEEP),
        ASLEEP => None,
        _ => state.unlock(me, |all| &mut all.ready).go_on(me, 0),
    }
}

pub(super) fn begin_once(
    mut state: State,
    me: usize,
    which: fn(&mut State) -> &mut Once,
) -> Option<State> {
    let once = which(&mut state);
    match (once.done, once.running) {
        (Some(done), _) => {
            *state.before(me) |= done;
            state.go_on(me, 2)
        }
        (None, true) => None,
        (None, false) => {
            once.running = true;
            state.go_on(me, 0)
        }
    }
}

pub(super) fn enter(mut state: State, me: usize, shared: Shared, mode: Mode) -> Option<State> {
    let lock = &mut state.shared[shared as usize];
    let admits = match mode {
        Mode::Read => !lock.writer,
        Mode::Upgradable => !lock.writer && !lock.upgradable,
        Mode::Write => !lock.writer && lock.readers == 0,
    };
    if !admits {
        return None;
    }
    hold(lock, mode);
    take_up(&mut state, me, shared, mode);
    state.go_on(me, 0)
}

pub(super) fn hold(lock: &mut SharedLock, mode: Mode) {
    lock.writer |= mode == Mode::Write;
    lock.upgradable |= mode == Mode::Upgradable;
    lock.readers += u8::from(mode != Mode::Write);
}

/// Readers come after writers, upgradable ones after their own kind as well, writers after all.
pub(super) fn take_up(state: &mut State, me: usize, shared: Shared, mode: Mode) {
    let [by_readers, by_upgradable, by_writers] = state.shared[shared as usize].released;
    *state.before(me) |= match mode {
        Mode::Read => by_writers,
        Mode::Upgradable => by_writers | by_upgradable,
        Mode::Write => by_writers | by_upgradable | by_readers,
    };
}

pub(super) fn leave(state: &mut State, me: usize, shared: Shared, mode: Mode) {
    let before = *state.before(me);
    let lock = &mut state.shared[shared as usize];
    lock.released[mode as usize] |= before;
    lock.writer &= mode != Mode::Write;
    lock.upgradable &= mode != Mode::Upgradable;
    lock.readers -= u8::from(mode != Mode::Write);
}

pub(super) fn change(
    mut state: State,
    me: usize,
    shared: Shared,
    from: Mode,
    to: Mode,
) -> Option<State> {
    if to == Mode::Write && state.shared[shared as usize].readers > 1 {
        return None;
    }
    match to {
        // The one who upgrades never lets go in between.
        Mode::Write => {
            let lock = &mut state.shared[shared as usize];
            (lock.readers, lock.upgradable) = (0, false);
            take_up(&mut state, me, shared, to);
        }
        _ => leave(&mut state, me, shared, from),
    }
    hold(&mut state.shared[shared as usize], to);
    state.go_on(me, 0)
}
