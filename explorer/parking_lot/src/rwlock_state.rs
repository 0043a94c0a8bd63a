//! Who reads, who writes, who waits: the state of a reader-writer lock.

use interleave::{
    Clock, Fingerprinter, Object, ObjectId, Order, Readiness, Reason, ThreadId, World,
};
use interleave_std::sync::Guarded;

/// How a thread wants to use the value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Mode {
    /// To read it, beside others.
    Read,
    /// To read it beside others, as the only one who may go on to write it.
    Upgradable,
    /// To write it, alone.
    Write,
}

impl Mode {
    /// The operations that wait for a lock of this mode: without a timeout, for a time, until then.
    pub(crate) const fn verbs(self) -> [&'static str; 3] {
        match self {
            Mode::Read => ["read", "try_read_for", "try_read_until"],
            Mode::Upgradable => [
                "upgradable_read",
                "try_upgradable_read_for",
                "try_upgradable_read_until",
            ],
            Mode::Write => ["write", "try_write_for", "try_write_until"],
        }
    }

    fn waiting_at(verb: &str) -> Option<Mode> {
        let modes = [Mode::Read, Mode::Upgradable, Mode::Write];
        modes.into_iter().find(|mode| mode.verbs().contains(&verb))
    }
}

/// What those hand on who unlock, by the mode in which they had it. Who locks gets to know what
/// those did whom it keeps out: readers are not put in order among themselves.
#[derive(Default)]
struct LockOrder {
    by_readers: Clock,
    by_upgradable: Clock,
    by_writers: Clock,
}

/// See the [module](self).
pub(crate) struct State {
    kind: &'static str,
    recursive: bool,
    /// Who writes or, as long as there are readers, who has announced that it will.
    pub(crate) writer: Option<ThreadId>,
    /// One entry for each lock; a thread may hold several.
    pub(crate) readers: Vec<ThreadId>,
    /// Which of the readers may go on to write.
    pub(crate) upgradable: Option<ThreadId>,
    /// Those of the above who were handed the lock and have not gone on since.
    pub(crate) handed: Vec<ThreadId>,
    pub(crate) guarded: Guarded,
    order: LockOrder,
}

impl State {
    pub(crate) fn new(kind: &'static str, recursive: bool, guarded: Guarded) -> Self {
        State {
            kind,
            recursive,
            writer: None,
            readers: Vec::new(),
            upgradable: None,
            handed: Vec::new(),
            guarded,
            order: LockOrder::default(),
        }
    }

    /// Whether a thread could have it in this mode, or announce that it wants to write.
    pub(crate) fn admits(&self, mode: Mode) -> bool {
        match mode {
            Mode::Read => self.writer.is_none() || (self.recursive && !self.readers.is_empty()),
            Mode::Upgradable | Mode::Write => self.writer.is_none() && self.upgradable.is_none(),
        }
    }

    /// Whether nobody uses it.
    pub(crate) fn is_free(&self) -> bool {
        self.writer.is_none() && self.readers.is_empty()
    }

    /// Notes that a thread has it, or that it has announced that it will write.
    pub(crate) fn admit(&mut self, thread: ThreadId, mode: Mode) {
        match mode {
            Mode::Read => self.readers.push(thread),
            Mode::Upgradable => {
                self.readers.push(thread);
                self.upgradable = Some(thread);
            }
            Mode::Write => self.writer = Some(thread),
        }
    }

    /// Notes that a thread does not have it any more.
    pub(crate) fn dismiss(&mut self, thread: ThreadId, mode: Mode) {
        match mode {
            Mode::Write => self.writer = None,
            Mode::Read | Mode::Upgradable => {
                if let Some(index) = self.readers.iter().position(|reader| *reader == thread) {
                    self.readers.swap_remove(index);
                }
            }
        }
        if mode == Mode::Upgradable {
            self.upgradable = None;
        }
    }

    /// Takes note that a thread goes on to which the lock was handed over.
    pub(crate) fn was_handed_to(&mut self, thread: ThreadId) -> bool {
        let index = self.handed.iter().position(|other| *other == thread);
        index.map(|index| self.handed.swap_remove(index)).is_some()
    }
}

/// `me` has the lock in this mode from now on.
pub(crate) fn take_up(world: &mut World, me: ThreadId, id: ObjectId, mode: Mode) {
    let handed = &world.object::<State>(id).order;
    let mut order = handed.by_writers.clone();
    if mode != Mode::Read {
        order.join(&handed.by_upgradable);
    }
    if mode == Mode::Write {
        order.join(&handed.by_readers);
    }
    world.take_up(me, &order);
}

/// `me` has the lock in this mode no more.
pub(crate) fn hand_on(world: &mut World, me: ThreadId, id: ObjectId, mode: Mode) {
    let order = world.hand_on(me);
    let handed = &mut world.object_mut::<State>(id).order;
    let by = match mode {
        Mode::Read => &mut handed.by_readers,
        Mode::Upgradable => &mut handed.by_upgradable,
        Mode::Write => &mut handed.by_writers,
    };
    by.join(&order);
}

/// Whether `me` can have the lock in this mode now, or at least announce that it wants to write.
pub(crate) fn readiness(world: &World, me: ThreadId, id: ObjectId, mode: Mode) -> Readiness {
    let state = world.object::<State>(id);
    if state.handed.contains(&me) {
        return Readiness::Ready(1);
    }
    if state.admits(mode) {
        return Readiness::Ready(1);
    }
    let reason = match (mode, state.writer, state.upgradable) {
        (_, Some(writer), _) if !state.readers.is_empty() => Reason {
            why: "has a waiting writer",
            object: Some(id),
            threads: vec![writer],
        },
        (_, None, Some(upgradable)) => Reason {
            why: "has an upgradable reader",
            object: Some(id),
            threads: vec![upgradable],
        },
        _ => Reason::object(world, "is locked", id),
    };
    Readiness::Blocked(reason)
}

/// To whom the lock could be handed over by a thread that has it in `mode`: who may be waiting for
/// it, in the order of their numbers.
pub(crate) fn candidates(world: &World, id: ObjectId) -> Vec<(ThreadId, Mode)> {
    let waiting = world.parked().filter(|(_, _, object)| *object == Some(id));
    let mut waiting: Vec<(ThreadId, Mode)> = waiting
        .filter_map(|(thread, verb, _)| Some((thread, Mode::waiting_at(verb)?)))
        .collect();
    let state = world.object::<State>(id);
    waiting.retain(|(_, mode)| !state.admits(*mode));
    waiting.sort_unstable_by_key(|(thread, _)| world.thread_number(*thread));
    waiting
}

impl Object for State {
    fn kind(&self) -> &'static str {
        self.kind
    }

    fn fingerprint(&self, world: &World, into: &mut Fingerprinter) {
        let number = |thread: &ThreadId| u64::from(world.thread_number(*thread));
        for one in [&self.writer, &self.upgradable] {
            into.optional(one.as_ref().map(number));
        }
        for several in [&self.readers, &self.handed] {
            let mut numbers: Vec<u64> = several.iter().map(number).collect();
            numbers.sort_unstable();
            into.number(numbers.len() as u64);
            numbers.into_iter().for_each(|number| into.number(number));
        }
        into.fingerprint(self.guarded.contents());
    }

    fn show(&self, world: &World) -> String {
        let mut text = self.guarded.show();
        let mut readers: Vec<String> = Vec::new();
        for reader in &self.readers {
            readers.push(world.thread_name(*reader).to_owned());
        }
        readers.sort_unstable();
        if !readers.is_empty() {
            text += &format!(", read-locked by {}", readers.join(" and "));
        }
        if let Some(upgradable) = self.upgradable {
            text += &format!(" ({} may upgrade)", world.thread_name(upgradable));
        }
        if let Some(writer) = self.writer {
            let how = if self.readers.is_empty() {
                "write-locked by"
            } else {
                "awaited by writer"
            };
            text += &format!(", {how} {}", world.thread_name(writer));
        }
        text
    }

    /// Only who unlocks and who locks: see [`take_up`] and [`hand_on`].
    fn order(&self) -> Order {
        Order::Nothing
    }

    fn has_destructor(&self) -> bool {
        self.guarded.has_destructor()
    }

    fn holders(&self) -> Vec<ThreadId> {
        // A writer that still waits for readers is no holder, but it keeps others out as well.
        self.writer.iter().chain(&self.readers).copied().collect()
    }
}
