//! Locks that one thread holds at a time: what the three kinds of mutex have in common.

use crate::condvar;
use interleave::{
    Choice, Fingerprinter, Identity, Object, ObjectId, Readiness, Reason, Seen, Site, ThreadId,
    What, World, perform, perform_now,
};
use interleave_std::sync::{Guarded, region};
use std::cell::UnsafeCell;
use std::time::Duration;

/// The operations at which a thread waits for an exclusive lock.
const WAITING: [&str; 3] = ["lock", "try_lock_for", "try_lock_until"];

/// A value and the lock that guards it.
pub(crate) struct Lock<T: ?Sized> {
    kind: &'static str,
    identity: Identity,
    value: UnsafeCell<T>,
}

/// Who holds a lock.
pub(crate) struct State {
    kind: &'static str,
    owner: Option<ThreadId>,
    /// How often the owner has locked it: 0 while the lock is handed over to a thread that has
    /// not gone on since.
    depth: usize,
    /// The conditions for which threads wait that have to lock it again.
    condvars: Vec<ObjectId>,
    guarded: Guarded,
}

impl Object for State {
    fn kind(&self) -> &'static str {
        self.kind
    }

    // The conditions are left out: who waits for them is part of their own states.
    fn fingerprint(&self, world: &World, into: &mut Fingerprinter) {
        into.optional(self.owner.map(|owner| world.thread_number(owner).into()));
        into.number(self.depth as u64);
        into.fingerprint(self.guarded.contents());
    }

    fn show(&self, world: &World) -> String {
        let value = self.guarded.show();
        let Some(owner) = self.owner else {
            return value;
        };
        let owner = world.thread_name(owner);
        match self.depth {
            0 => format!("{value}, handed over to {owner}"),
            1 => format!("{value}, locked by {owner}"),
            depth => format!("{value}, locked {depth} times by {owner}"),
        }
    }

    fn has_destructor(&self) -> bool {
        self.guarded.has_destructor()
    }

    fn holders(&self) -> Vec<ThreadId> {
        self.owner.into_iter().collect()
    }
}

impl State {
    fn is_handed_to(&self, thread: ThreadId) -> bool {
        self.owner == Some(thread) && self.depth == 0
    }
}

/// Whether `me` can have the lock now.
pub(crate) fn readiness(world: &World, me: ThreadId, id: ObjectId) -> Readiness {
    let state = world.object::<State>(id);
    match state.owner {
        None => Readiness::Ready(1),
        // It is locked already, for this thread and nobody else.
        Some(_) if state.is_handed_to(me) => Readiness::AtOnce,
        Some(_) => Readiness::Blocked(Reason::object(world, "is locked", id)),
    }
}

/// The threads that may be waiting for the lock, in the order of their numbers.
fn candidates(world: &World, id: ObjectId) -> Vec<ThreadId> {
    let parked = world.parked();
    let mut threads: Vec<ThreadId> = parked
        .filter(|(_, verb, object)| *object == Some(id) && WAITING.contains(verb))
        .map(|(thread, ..)| thread)
        .collect();
    for condvar in &world.object::<State>(id).condvars {
        threads.extend(condvar::notified(world, *condvar, id));
    }
    threads.sort_unstable_by_key(|thread| world.thread_number(*thread));
    threads
}

/// In how many ways a fair unlock can end: the lock goes to one of those who wait, or, since they
/// may not have begun to wait yet, to nobody.
fn ways(world: &World, id: ObjectId) -> Readiness {
    let ways = candidates(world, id).len() + 1;
    Readiness::Ready(u32::try_from(ways).expect("fewer than 2³² threads"))
}

impl<T> Lock<T> {
    pub(crate) const fn new(kind: &'static str, site: Site, value: T) -> Self {
        Lock {
            kind,
            identity: Identity::new(site),
            value: UnsafeCell::new(value),
        }
    }

    pub(crate) fn into_inner(self) -> T {
        self.learn();
        self.value.into_inner()
    }
}

impl<T: ?Sized> Lock<T> {
    pub(crate) fn object(&self, world: &mut World) -> ObjectId {
        let id = self
            .identity
            .object(world, region(&self.value), |world| State {
                kind: self.kind,
                owner: None,
                depth: 0,
                condvars: Vec::new(),
                // SAFETY: nobody has locked it yet.
                guarded: Guarded::new(world, unsafe { &*self.value.get() }),
            });
        if world.object::<State>(id).guarded.is_lent() {
            // SAFETY: the lock is used again, so nobody has it to itself any more.
            let value = unsafe { &*self.value.get() };
            world.object_mut::<State>(id).guarded.settle(value);
        }
        id
    }

    /// What a thread learns that has the lock to itself.
    fn learn(&self) -> Option<ObjectId> {
        let learn = |world: &mut World| {
            let id = self.identity.known(world)?;
            let contents = world.object::<State>(id).guarded.contents();
            world.learn(id, Seen::fingerprint(contents));
            Some(id)
        };
        interleave::with_world(learn).flatten()
    }

    fn running_object(&self) -> Option<ObjectId> {
        interleave::with_world(|world| self.object(world))
    }

    /// Where the value lies. Whoever uses it must hold the lock.
    pub(crate) fn value(&self) -> *mut T {
        self.value.get()
    }

    /// The value: nobody else has the lock.
    pub(crate) fn get_mut(&mut self) -> &mut T {
        if let Some(id) = self.learn() {
            interleave::with_world(|world| {
                let history = world.history();
                world.object_mut::<State>(id).guarded.lend(history);
            });
        }
        self.value.get_mut()
    }

    /// The effect of locking, and what is seen by it.
    pub(crate) fn take(&self, world: &mut World, me: ThreadId, id: ObjectId) -> Seen {
        let state = world.object_mut::<State>(id);
        state.owner = Some(me);
        state.depth = 1;
        // SAFETY: the value lives at least until it is unlocked: the guard borrows the lock.
        unsafe { state.guarded.open(self.value.get()) };
        let contents = state.guarded.contents();
        world.tell(|world| world.object::<State>(id).guarded.show());
        Seen::fingerprint(contents)
    }

    /// The effect of unlocking, with the lock going to `next` or to nobody.
    fn release(&self, world: &mut World, id: ObjectId, next: Option<ThreadId>) {
        let history = world.history();
        let state = world.object_mut::<State>(id);
        state.owner = next;
        state.depth = 0;
        // SAFETY: the guard is gone, and nobody else has locked it yet.
        state.guarded.close(history, unsafe { &*self.value.get() });
        if let Some(next) = next {
            world.tell(|world| format!("hands it over to {}", world.thread_name(next)));
        }
    }

    /// The effect of unlocking in order to wait for a condition.
    pub(crate) fn release_to_wait(&self, world: &mut World, id: ObjectId, condvar: ObjectId) {
        self.release(world, id, None);
        world.object_mut::<State>(id).condvars.push(condvar);
    }

    /// The effect of locking after one waited for a condition.
    pub(crate) fn take_after_wait(
        &self,
        world: &mut World,
        me: ThreadId,
        id: ObjectId,
        condvar: ObjectId,
    ) -> Seen {
        let condvars = &mut world.object_mut::<State>(id).condvars;
        if let Some(mine) = condvars.iter().position(|other| *other == condvar) {
            condvars.swap_remove(mine);
        }
        self.take(world, me, id)
    }

    /// Locks, waiting at most for `timeout`. Says whether it is locked.
    pub(crate) fn acquire(
        &self,
        verb: &'static str,
        timeout: Option<Duration>,
        site: Site,
    ) -> bool {
        let Some(id) = self.running_object() else {
            return true;
        };
        perform(
            What::new(verb).on(id).at(site).within(timeout),
            |world, me| match readiness(world, me, id) {
                Readiness::Blocked(reason) if timeout.is_some() => Readiness::UntilDeadline(reason),
                readiness => readiness,
            },
            |world, me, choice| match choice {
                Choice::TimeOut => (Seen::number(0), false),
                Choice::Way(_) => (Seen::number(1).and(self.take(world, me, id)), true),
            },
        )
    }

    /// Locks if that is possible now.
    pub(crate) fn try_acquire(&self, site: Site) -> bool {
        let Some(id) = self.running_object() else {
            return true;
        };
        perform_now(What::new("try_lock").on(id).at(site), |world, me| {
            if world.object::<State>(id).owner.is_some() {
                world.tell(|_| "is locked".to_owned());
                return (Seen::number(0), false);
            }
            (Seen::number(1).and(self.take(world, me, id)), true)
        })
    }

    /// Unlocks; `fair` says whether the lock is handed over.
    pub(crate) fn unlock(&self, verb: &'static str, fair: bool, site: Option<Site>) {
        let Some(id) = self.running_object() else {
            return;
        };
        perform(
            What {
                site,
                ..What::new(verb)
            }
            .on(id),
            |world, _| {
                if fair {
                    ways(world, id)
                } else {
                    Readiness::Ready(1)
                }
            },
            |world, _, choice| {
                let next = if fair {
                    chosen(world, id, choice)
                } else {
                    None
                };
                self.release(world, id, next);
                (Seen::nothing(), ())
            },
        );
    }

    /// Hands the lock over if somebody waits for it, and locks it again.
    pub(crate) fn bump(&self, site: Site) {
        let Some(id) = self.running_object() else {
            return;
        };
        let handed_over = perform(
            What::new("bump").on(id).at(site),
            |world, _| ways(world, id),
            |world, _, choice| {
                let next = chosen(world, id, choice);
                if next.is_some() {
                    self.release(world, id, next);
                }
                (Seen::number(next.is_some().into()), next.is_some())
            },
        );
        if handed_over {
            self.acquire("lock", None, site);
        }
    }

    /// Whether anybody has locked it.
    pub(crate) fn is_locked(&self, site: Site) -> bool {
        let Some(id) = self.running_object() else {
            return false;
        };
        perform_now(What::new("is_locked").on(id).at(site), |world, _| {
            let locked = world.object::<State>(id).owner.is_some();
            world.tell(|_| locked.to_string());
            (Seen::number(locked.into()), locked)
        })
    }

    // ---- for a mutex that its owner may lock again ----

    /// Whether the running thread has locked it.
    pub(crate) fn is_mine(&self) -> bool {
        let me = interleave::current::current().map(|(thread, ..)| thread);
        interleave::with_world(|world| {
            let id = self.object(world);
            let state = world.object::<State>(id);
            state.owner == me && state.depth > 0
        })
        .unwrap_or(false)
    }

    /// Counts one lock more (or one less) of the owner's: nobody else can notice.
    pub(crate) fn count(&self, verb: &'static str, more: bool, site: Option<Site>) {
        let Some(id) = self.running_object() else {
            return;
        };
        perform(
            What {
                site,
                ..What::new(verb)
            }
            .on(id),
            |_, _| Readiness::AtOnce,
            |world, _, _| {
                let depth = &mut world.object_mut::<State>(id).depth;
                *depth = if more { *depth + 1 } else { *depth - 1 };
                (Seen::nothing(), ())
            },
        );
    }

    /// How often the running thread, its owner, has locked it.
    pub(crate) fn depth(&self) -> usize {
        interleave::with_world(|world| {
            let id = self.object(world);
            world.object::<State>(id).depth
        })
        .unwrap_or(1)
    }
}

/// To whom the scheduler lets a fair unlock hand the lock over.
fn chosen(world: &World, id: ObjectId, choice: Choice) -> Option<ThreadId> {
    let Choice::Way(way) = choice else {
        unreachable!("an unlock has no deadline")
    };
    candidates(world, id).get(way as usize).copied()
}
