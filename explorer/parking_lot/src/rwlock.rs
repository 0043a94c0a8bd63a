use crate::rwlock_guards::{AnyRwLockReadGuard, AnyRwLockUpgradableReadGuard, AnyRwLockWriteGuard};
use crate::rwlock_state::{Mode, State, candidates, hand_on, readiness, take_up};
use interleave::{
    Choice, Identity, ObjectId, Readiness, Reason, Seen, Site, ThreadId, What, World, perform,
    perform_now,
};
use interleave_std::sync::{Guarded, region};
use interleave_std::time::{Duration, Instant};
use std::cell::UnsafeCell;
use std::fmt;
use std::panic::Location;

/// A `parking_lot::RwLock` or, if it is `RECURSIVE`, a `parking_lot::RecursiveRwLock`.
pub struct AnyRwLock<const RECURSIVE: bool, T: ?Sized> {
    identity: Identity,
    value: UnsafeCell<T>,
}

/// As `parking_lot::RwLock`: a writer that waits keeps new readers out.
pub type RwLock<T> = AnyRwLock<false, T>;

/// As `parking_lot::RecursiveRwLock`: as long as there are readers, more readers are let in.
pub type RecursiveRwLock<T> = AnyRwLock<true, T>;

// SAFETY: as for parking_lot's. The scheduler lets in either readers or one writer.
unsafe impl<const RECURSIVE: bool, T: ?Sized + Send> Send for AnyRwLock<RECURSIVE, T> {}
// SAFETY: as above.
unsafe impl<const RECURSIVE: bool, T: ?Sized + Send + Sync> Sync for AnyRwLock<RECURSIVE, T> {}

impl<const RECURSIVE: bool, T> AnyRwLock<RECURSIVE, T> {
    /// An unlocked lock.
    #[track_caller]
    pub const fn new(value: T) -> Self {
        AnyRwLock {
            identity: Identity::new(Location::caller()),
            value: UnsafeCell::new(value),
        }
    }

    /// The value, taking the lock apart.
    pub fn into_inner(self) -> T {
        self.learn();
        self.value.into_inner()
    }
}

impl<const RECURSIVE: bool, T: ?Sized> AnyRwLock<RECURSIVE, T> {
    fn object(&self, world: &mut World) -> ObjectId {
        let id = self.identity.object(world, region(&self.value), |world| {
            // SAFETY: nobody has locked it yet.
            let guarded = Guarded::new(world, unsafe { &*self.value.get() });
            State::new(
                if RECURSIVE {
                    "RecursiveRwLock"
                } else {
                    "RwLock"
                },
                RECURSIVE,
                guarded,
            )
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

    /// Where the value lies. Whoever uses it must have locked it.
    pub(crate) fn value(&self) -> *mut T {
        self.value.get()
    }

    /// What a thread sees that now has the lock; a writer begins to change the value.
    fn enter(&self, world: &mut World, me: ThreadId, id: ObjectId, mode: Mode) -> Seen {
        take_up(world, me, id, mode);
        let state = world.object_mut::<State>(id);
        if mode == Mode::Write {
            // SAFETY: the value lives at least until it is unlocked: the guard borrows the lock.
            unsafe { state.guarded.open(self.value.get()) };
        }
        let contents = state.guarded.contents();
        world.tell(|world| world.object::<State>(id).guarded.show());
        Seen::fingerprint(contents)
    }

    /// The writer is done with the value.
    fn close(&self, world: &mut World, id: ObjectId) {
        let history = world.history();
        // SAFETY: the one who wrote does so no more, and nobody else has locked it yet.
        let value = unsafe { &*self.value.get() };
        world.object_mut::<State>(id).guarded.close(history, value);
    }

    /// Locks it, waiting at most for `timeout`. Says whether it is locked.
    pub(crate) fn acquire(
        &self,
        mode: Mode,
        verb: &'static str,
        timeout: Option<Duration>,
        site: Site,
    ) -> bool {
        let Some(id) = self.running_object() else {
            return true;
        };
        let deadline = timeout.map(Instant::__in);
        let entered = perform(
            What::new(verb).on(id).at(site).within(timeout),
            |world, me| may_time_out(timeout, readiness(world, me, id, mode)),
            |world, me, choice| {
                if choice == Choice::TimeOut {
                    return (Seen::number(0), Some(false));
                }
                let state = world.object_mut::<State>(id);
                if !state.was_handed_to(me) {
                    state.admit(me, mode);
                }
                if mode == Mode::Write && !state.readers.is_empty() {
                    world.tell(|_| "keeps new readers out".to_owned());
                    return (Seen::number(1), None);
                }
                (
                    Seen::number(2).and(self.enter(world, me, id, mode)),
                    Some(true),
                )
            },
        );
        entered.unwrap_or_else(|| self.await_readers(id, None, deadline, site))
    }

    /// A writer that has announced itself waits until all readers have left. When time is up it
    /// goes back to what it had `before`.
    fn await_readers(
        &self,
        id: ObjectId,
        before: Option<Mode>,
        deadline: Option<Instant>,
        site: Site,
    ) -> bool {
        let timeout = deadline.map(Instant::__left);
        perform(
            What::new("await readers of")
                .on(id)
                .at(site)
                .within(timeout),
            |world, _| {
                let readers = &world.object::<State>(id).readers;
                if readers.is_empty() {
                    return Readiness::Ready(1);
                }
                let threads = readers.clone();
                let reason = Reason {
                    why: "is being read",
                    object: Some(id),
                    threads,
                };
                may_time_out(timeout, Readiness::Blocked(reason))
            },
            |world, me, choice| {
                if choice == Choice::TimeOut {
                    let state = world.object_mut::<State>(id);
                    state.dismiss(me, Mode::Write);
                    if let Some(mode) = before {
                        state.admit(me, mode);
                    }
                    return (Seen::number(0), false);
                }
                (
                    Seen::number(1).and(self.enter(world, me, id, Mode::Write)),
                    true,
                )
            },
        )
    }

    /// Locks it if that is possible now.
    fn try_acquire(&self, mode: Mode, verb: &'static str, site: Site) -> bool {
        let Some(id) = self.running_object() else {
            return true;
        };
        perform_now(What::new(verb).on(id).at(site), |world, me| {
            let state = world.object::<State>(id);
            let possible = match mode {
                Mode::Write => state.is_free(),
                Mode::Read | Mode::Upgradable => state.admits(mode),
            };
            if !possible {
                world.tell(|_| "is locked".to_owned());
                return (Seen::number(0), false);
            }
            world.object_mut::<State>(id).admit(me, mode);
            (Seen::number(1).and(self.enter(world, me, id, mode)), true)
        })
    }

    /// Unlocks; `fair` says whether the lock is handed over.
    pub(crate) fn release(&self, mode: Mode, verb: &'static str, fair: bool, site: Option<Site>) {
        let Some(id) = self.running_object() else {
            return;
        };
        // Readers wake nobody but a writer that has the lock as good as sure.
        let fair = fair && mode != Mode::Read;
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
            |world, me, choice| {
                let next = if fair {
                    chosen(world, id, choice)
                } else {
                    None
                };
                self.leave(world, me, id, mode, next);
                (Seen::nothing(), ())
            },
        );
    }

    /// The effect of unlocking, with the lock going to `next` or to nobody.
    fn leave(
        &self,
        world: &mut World,
        me: ThreadId,
        id: ObjectId,
        mode: Mode,
        next: Option<(ThreadId, Mode)>,
    ) {
        if mode == Mode::Write {
            self.close(world, id);
        }
        hand_on(world, me, id, mode);
        let state = world.object_mut::<State>(id);
        state.dismiss(me, mode);
        if let Some((thread, mode)) = next {
            state.admit(thread, mode);
            state.handed.push(thread);
            world.tell(|world| format!("hands it over to {}", world.thread_name(thread)));
        }
    }

    /// Lets those who wait have their turn, and locks again.
    pub(crate) fn bump(&self, mode: Mode, site: Site) {
        let Some(id) = self.running_object() else {
            return;
        };
        let left = perform(
            What::new("bump").on(id).at(site),
            |world, _| {
                if mode == Mode::Read {
                    Readiness::Ready(1)
                } else {
                    ways(world, id)
                }
            },
            |world, me, choice| {
                let state = world.object::<State>(id);
                let next = if mode == Mode::Read {
                    None
                } else {
                    chosen(world, id, choice)
                };
                // A reader makes way for a writer that waits for this reader alone.
                let awaited = state.writer.is_some() && state.readers.len() == 1;
                let leaves = next.is_some() || (mode == Mode::Read && awaited);
                if leaves {
                    self.leave(world, me, id, mode, next);
                }
                (Seen::number(leaves.into()), leaves)
            },
        );
        if left {
            self.acquire(mode, mode.verbs()[0], None, site);
        }
    }

    /// From one mode to another that others need not make way for.
    pub(crate) fn downgrade(&self, verb: &'static str, from: Mode, to: Mode, site: Site) {
        let Some(id) = self.running_object() else {
            return;
        };
        perform_now(What::new(verb).on(id).at(site), |world, me| {
            if from == Mode::Write {
                self.close(world, id);
            }
            hand_on(world, me, id, from);
            let state = world.object_mut::<State>(id);
            state.dismiss(me, from);
            state.admit(me, to);
            (Seen::nothing(), ())
        });
    }

    /// From an upgradable read to a write, waiting at most for `timeout`.
    pub(crate) fn upgrade(
        &self,
        verb: &'static str,
        timeout: Option<Duration>,
        site: Site,
    ) -> bool {
        let Some(id) = self.running_object() else {
            return true;
        };
        let deadline = timeout.map(Instant::__in);
        let entered = perform_now(What::new(verb).on(id).at(site), |world, me| {
            let state = world.object_mut::<State>(id);
            state.dismiss(me, Mode::Upgradable);
            state.admit(me, Mode::Write);
            if !state.readers.is_empty() {
                world.tell(|_| "keeps new readers out".to_owned());
                return (Seen::number(0), false);
            }
            (
                Seen::number(1).and(self.enter(world, me, id, Mode::Write)),
                true,
            )
        });
        entered || self.await_readers(id, Some(Mode::Upgradable), deadline, site)
    }

    /// From an upgradable read to a write, if nobody else reads now.
    pub(crate) fn try_upgrade(&self, site: Site) -> bool {
        let Some(id) = self.running_object() else {
            return true;
        };
        perform_now(What::new("try_upgrade").on(id).at(site), |world, me| {
            if world.object::<State>(id).readers.len() > 1 {
                world.tell(|_| "is being read".to_owned());
                return (Seen::number(0), false);
            }
            let state = world.object_mut::<State>(id);
            state.dismiss(me, Mode::Upgradable);
            state.admit(me, Mode::Write);
            (
                Seen::number(1).and(self.enter(world, me, id, Mode::Write)),
                true,
            )
        })
    }

    /// The value: nobody else has the lock.
    pub fn get_mut(&mut self) -> &mut T {
        if let Some(id) = self.learn() {
            interleave::with_world(|world| {
                let history = world.history();
                world.object_mut::<State>(id).guarded.lend(history);
            });
        }
        self.value.get_mut()
    }

    /// Whether anybody has locked it, at this moment.
    #[track_caller]
    pub fn is_locked(&self) -> bool {
        self.look("is_locked", Location::caller(), |state| !state.is_free())
    }

    /// Whether anybody has locked it for writing (or waits for readers to do so), at this moment.
    #[track_caller]
    pub fn is_locked_exclusive(&self) -> bool {
        self.look("is_locked_exclusive", Location::caller(), |state| {
            state.writer.is_some()
        })
    }

    fn look(&self, verb: &'static str, site: Site, question: impl Fn(&State) -> bool) -> bool {
        let Some(id) = self.running_object() else {
            return false;
        };
        perform_now(What::new(verb).on(id).at(site), |world, _| {
            let answer = question(world.object::<State>(id));
            world.tell(|_| answer.to_string());
            (Seen::number(answer.into()), answer)
        })
    }
}

/// Locking, under all its names.
macro_rules! locking {
    ($($mode:ident $guard:ident $lock:ident $try_lock:ident $for:ident $until:ident $how:literal;)*) => {
        impl<const RECURSIVE: bool, T: ?Sized> AnyRwLock<RECURSIVE, T> { $(
            #[doc = concat!("Locks it ", $how, ", waiting until that is possible.")]
            #[track_caller]
            pub fn $lock(&self) -> $guard<'_, RECURSIVE, T> {
                self.acquire(Mode::$mode, stringify!($lock), None, Location::caller());
                $guard::of(self)
            }

            #[doc = concat!("Locks it ", $how, " if that is possible now.")]
            #[track_caller]
            pub fn $try_lock(&self) -> Option<$guard<'_, RECURSIVE, T>> {
                let site: Site = Location::caller();
                self.try_acquire(Mode::$mode, stringify!($try_lock), site).then(|| $guard::of(self))
            }

            #[doc = concat!("Locks it ", $how, ", waiting at most for this time.")]
            #[track_caller]
            pub fn $for(&self, timeout: Duration) -> Option<$guard<'_, RECURSIVE, T>> {
                let (timeout, site): (_, Site) = (Some(timeout), Location::caller());
                let locked = self.acquire(Mode::$mode, stringify!($for), timeout, site);
                locked.then(|| $guard::of(self))
            }

            #[doc = concat!("Locks it ", $how, ", waiting at most until then.")]
            #[track_caller]
            pub fn $until(&self, deadline: Instant) -> Option<$guard<'_, RECURSIVE, T>> {
                let (timeout, site): (_, Site) = (Some(deadline.__left()), Location::caller());
                let locked = self.acquire(Mode::$mode, stringify!($until), timeout, site);
                locked.then(|| $guard::of(self))
            }
        )* }
    };
}
locking! {
    Read AnyRwLockReadGuard read try_read try_read_for try_read_until "for reading";
    Write AnyRwLockWriteGuard write try_write try_write_for try_write_until "for writing";
    Upgradable AnyRwLockUpgradableReadGuard upgradable_read try_upgradable_read
        try_upgradable_read_for try_upgradable_read_until "for reading and perhaps writing later";
}

fn may_time_out(timeout: Option<Duration>, readiness: Readiness) -> Readiness {
    match readiness {
        Readiness::Blocked(reason) if timeout.is_some() => Readiness::UntilDeadline(reason),
        readiness => readiness,
    }
}

/// In how many ways a fair unlock can end: the lock goes to one of those who wait, or, since they
/// may not have begun to wait yet, to nobody.
fn ways(world: &World, id: ObjectId) -> Readiness {
    let ways = candidates(world, id).len() + 1;
    Readiness::Ready(u32::try_from(ways).expect("fewer than 2³² threads"))
}

/// To whom the scheduler lets a fair unlock hand the lock over.
fn chosen(world: &World, id: ObjectId, choice: Choice) -> Option<(ThreadId, Mode)> {
    let Choice::Way(way) = choice else {
        unreachable!("an unlock has no deadline")
    };
    candidates(world, id).get(way as usize).copied()
}

impl<const RECURSIVE: bool, T: ?Sized + fmt::Debug> fmt::Debug for AnyRwLock<RECURSIVE, T> {
    /// As parking_lot's, which looks whether it is locked: a step of its own.
    #[track_caller]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut text = f.debug_struct("RwLock");
        match self.try_read() {
            Some(guard) => text.field("data", &&*guard),
            None => text.field("data", &format_args!("<locked>")),
        };
        text.finish()
    }
}

impl<const RECURSIVE: bool, T: Default> Default for AnyRwLock<RECURSIVE, T> {
    #[track_caller]
    fn default() -> Self {
        AnyRwLock::new(T::default())
    }
}

impl<const RECURSIVE: bool, T> From<T> for AnyRwLock<RECURSIVE, T> {
    #[track_caller]
    fn from(value: T) -> Self {
        AnyRwLock::new(value)
    }
}
