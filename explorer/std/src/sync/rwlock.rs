use super::guarded::{Guarded, region};
use super::mutex::or_poisoned;
use super::{LockResult, TryLockError, TryLockResult};
use interleave::{
    Choice, Fingerprinter, Identity, Object, ObjectId, Readiness, Reason, Seen, Site, ThreadId,
    What, World, panics, perform, perform_now,
};
use std::cell::UnsafeCell;
use std::fmt;
use std::marker::PhantomData;
use std::ops::{Deref, DerefMut};
use std::panic::{Location, RefUnwindSafe, UnwindSafe};

/// As `std::sync::RwLock`. Which of several waiting threads comes first is left open, as std does:
/// a writer who waits for readers may keep new ones out, or may not.
///
/// A thread that is about to call `write` cannot be told from one that waits in it. So it is
/// settled late that a writer waits ([`State::keeps_out`]): when a `try_read` fails for it, or when
/// nobody can go on but readers, who may have to wait for it.
pub struct RwLock<T: ?Sized> {
    identity: Identity,
    value: UnsafeCell<T>,
}

// SAFETY: as for std's. The scheduler lets in either readers or one writer.
unsafe impl<T: ?Sized + Send> Send for RwLock<T> {}
// SAFETY: as above.
unsafe impl<T: ?Sized + Send + Sync> Sync for RwLock<T> {}
impl<T: ?Sized> UnwindSafe for RwLock<T> {}
impl<T: ?Sized> RefUnwindSafe for RwLock<T> {}

/// As `std::sync::RwLockReadGuard`.
#[must_use = "if unused the RwLock will immediately unlock"]
pub struct RwLockReadGuard<'a, T: ?Sized> {
    lock: &'a RwLock<T>,
    not_send: PhantomData<*const ()>,
}

/// As `std::sync::RwLockWriteGuard`.
#[must_use = "if unused the RwLock will immediately unlock"]
pub struct RwLockWriteGuard<'a, T: ?Sized> {
    lock: &'a RwLock<T>,
    panicking: bool,
    not_send: PhantomData<*const ()>,
}

// SAFETY: as for std's.
unsafe impl<T: ?Sized + Sync> Sync for RwLockReadGuard<'_, T> {}
// SAFETY: as for std's.
unsafe impl<T: ?Sized + Sync> Sync for RwLockWriteGuard<'_, T> {}

struct State {
    writer: Option<ThreadId>,
    /// One entry for each read lock; a thread may hold several.
    readers: Vec<ThreadId>,
    /// Whether a writer waits that keeps new readers out, until all readers have left.
    keeps_out: bool,
    poisoned: bool,
    guarded: Guarded,
}

impl Object for State {
    fn kind(&self) -> &'static str {
        "RwLock"
    }

    fn fingerprint(&self, world: &World, into: &mut Fingerprinter) {
        into.optional(self.writer.map(|writer| world.thread_number(writer).into()));
        let mut readers: Vec<_> = self
            .readers
            .iter()
            .map(|t| world.thread_number(*t))
            .collect();
        readers.sort_unstable();
        into.number(readers.len() as u64);
        readers
            .into_iter()
            .for_each(|reader| into.number(reader.into()));
        into.number(self.keeps_out.into());
        into.number(self.poisoned.into());
        into.fingerprint(self.guarded.contents());
    }

    fn show(&self, world: &World) -> String {
        let mut text = self.guarded.show();
        if let Some(writer) = self.writer {
            text += &format!(", write-locked by {}", world.thread_name(writer));
        }
        if !self.readers.is_empty() {
            let mut names: Vec<_> = self.readers.iter().map(|t| world.thread_name(*t)).collect();
            names.sort_unstable();
            text += &format!(", read-locked by {}", names.join(" and "));
        }
        if self.keeps_out {
            text += ", a writer waits";
        }
        if self.poisoned {
            text += ", poisoned";
        }
        text
    }

    fn has_destructor(&self) -> bool {
        self.guarded.has_destructor()
    }

    fn holders(&self) -> Vec<ThreadId> {
        self.writer.iter().chain(&self.readers).copied().collect()
    }
}

impl State {
    fn admits(&self, write: bool) -> bool {
        match write {
            true => self.writer.is_none() && self.readers.is_empty(),
            false => self.writer.is_none() && !self.keeps_out,
        }
    }
}

/// Who would be let in if there were no readers: they wait, or are about to.
fn writers(world: &World, id: ObjectId) -> Vec<ThreadId> {
    let waits = |(_, verb, object): &(_, &str, _)| *verb == WRITE && *object == Some(id);
    let waiting = world.parked().filter(waits);
    waiting.map(|(thread, ..)| thread).collect()
}

/// Whether a reader who could be let in may be kept out by a writer.
fn may_be_kept_out(world: &World, id: ObjectId) -> bool {
    !world.object::<State>(id).readers.is_empty() && !writers(world, id).is_empty()
}

/// Whether somebody can lock it now.
fn readiness(world: &World, id: ObjectId, write: bool) -> Readiness {
    let state = world.object::<State>(id);
    if state.admits(write) {
        return match !write && may_be_kept_out(world, id) {
            true => Readiness::MayWait,
            false => Readiness::Ready(1),
        };
    }
    Readiness::Blocked(match state.keeps_out && !write {
        true => Reason {
            why: "has a waiting writer",
            object: Some(id),
            threads: writers(world, id),
        },
        false => Reason::object(world, "is locked", id),
    })
}

/// What a thread does that waits to write.
const WRITE: &str = "write";

/// A reader has found out that a writer waits, and that it must do so as well.
fn keep_out(world: &mut World, id: ObjectId) {
    world.object_mut::<State>(id).keeps_out = true;
    world.orders_nothing(id);
    world.tell(|_| "kept out by a waiting writer".to_owned());
}

impl<T> RwLock<T> {
    /// An unlocked lock.
    #[track_caller]
    pub const fn new(value: T) -> Self {
        RwLock {
            identity: Identity::new(Location::caller()),
            value: UnsafeCell::new(value),
        }
    }

    /// The value, taking the lock apart.
    ///
    /// # Errors
    ///
    /// The value all the same, if the lock is poisoned.
    pub fn into_inner(self) -> LockResult<T> {
        let poisoned = self.learn();
        or_poisoned(poisoned, self.value.into_inner())
    }
}

impl<T: ?Sized> RwLock<T> {
    fn object(&self, world: &mut World) -> ObjectId {
        let id = self
            .identity
            .object(world, region(&self.value), |world| State {
                writer: None,
                readers: Vec::new(),
                keeps_out: false,
                poisoned: false,
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

    fn running_object(&self) -> Option<ObjectId> {
        interleave::with_world(|world| self.object(world))
    }

    /// What a thread learns that has the lock to itself. Says whether it is poisoned.
    fn learn(&self) -> bool {
        let learn = |world: &mut World| {
            let id = self.identity.known(world)?;
            let state = world.object::<State>(id);
            let (poisoned, contents) = (state.poisoned, state.guarded.contents());
            let seen = Seen::fingerprint(contents).and(Seen::number(poisoned.into()));
            world.learn(id, seen);
            Some(poisoned)
        };
        interleave::with_world(learn).flatten().unwrap_or(false)
    }

    /// Whether it is poisoned, for somebody who looks without a step of its own.
    fn flag(&self) -> bool {
        let look = |world: &mut World| {
            let id = self.object(world);
            let poisoned = world.object::<State>(id).poisoned;
            world.learn(id, Seen::number(poisoned.into()));
            poisoned
        };
        interleave::with_world(look).unwrap_or(false)
    }

    /// The effect of locking; says what was seen and whether the lock is poisoned.
    fn enter(&self, world: &mut World, me: ThreadId, id: ObjectId, write: bool) -> (Seen, bool) {
        let state = world.object_mut::<State>(id);
        if write {
            state.writer = Some(me);
            // SAFETY: the value lives at least until it is unlocked: the guard borrows the lock.
            unsafe { state.guarded.open(self.value.get()) };
        } else {
            state.readers.push(me);
            world.among_readers(id);
        }
        let state = world.object::<State>(id);
        let (poisoned, contents) = (state.poisoned, state.guarded.contents());
        world.tell(|world| world.object::<State>(id).guarded.show());
        (
            Seen::fingerprint(contents).and(Seen::number(poisoned.into())),
            poisoned,
        )
    }

    /// Locks, and says whether the lock is poisoned.
    fn lock(&self, write: bool, site: Site) -> bool {
        let Some(id) = self.running_object() else {
            return false;
        };
        let verb = if write { WRITE } else { "read" };
        loop {
            let entered = perform(
                What::new(verb).on(id).at(site),
                |world, _| readiness(world, id, write),
                |world, me, choice| {
                    if choice == Choice::Way(1) {
                        keep_out(world, id);
                        return (Seen::nothing(), None);
                    }
                    let (seen, poisoned) = self.enter(world, me, id, write);
                    (seen, Some(poisoned))
                },
            );
            if let Some(poisoned) = entered {
                return poisoned;
            }
        }
    }

    /// Locks if that is possible now, and says whether the lock is poisoned.
    fn try_lock(&self, write: bool, site: Site) -> Option<bool> {
        let Some(id) = self.running_object() else {
            return Some(false);
        };
        let verb = if write { "try_write" } else { "try_read" };
        let may_fail = |world: &World| {
            !write && world.object::<State>(id).admits(write) && may_be_kept_out(world, id)
        };
        perform(
            What::new(verb).on(id).at(site),
            |world, _| Readiness::Ready(if may_fail(world) { 2 } else { 1 }),
            |world, me, choice| {
                if choice == Choice::Way(1) {
                    keep_out(world, id);
                    return (Seen::number(0), None);
                }
                if !world.object::<State>(id).admits(write) {
                    world.tell(|_| "would block".to_owned());
                    return (Seen::number(0), None);
                }
                let (seen, poisoned) = self.enter(world, me, id, write);
                (Seen::number(1).and(seen), Some(poisoned))
            },
        )
    }

    fn read_guard(&self) -> RwLockReadGuard<'_, T> {
        RwLockReadGuard {
            lock: self,
            not_send: PhantomData,
        }
    }

    fn write_guard(&self) -> RwLockWriteGuard<'_, T> {
        RwLockWriteGuard {
            lock: self,
            panicking: panics::panicking(),
            not_send: PhantomData,
        }
    }

    /// Locks it for reading, waiting until that is possible.
    ///
    /// # Errors
    ///
    /// The guard all the same, if the lock is poisoned.
    #[track_caller]
    pub fn read(&self) -> LockResult<RwLockReadGuard<'_, T>> {
        let poisoned = self.lock(false, Location::caller());
        or_poisoned(poisoned, self.read_guard())
    }

    /// Locks it for writing, waiting until that is possible.
    ///
    /// # Errors
    ///
    /// The guard all the same, if the lock is poisoned.
    #[track_caller]
    pub fn write(&self) -> LockResult<RwLockWriteGuard<'_, T>> {
        let poisoned = self.lock(true, Location::caller());
        or_poisoned(poisoned, self.write_guard())
    }

    /// Locks it for reading if that is possible now.
    ///
    /// # Errors
    ///
    /// [`TryLockError::WouldBlock`], or the guard all the same if the lock is poisoned.
    #[track_caller]
    pub fn try_read(&self) -> TryLockResult<RwLockReadGuard<'_, T>> {
        match self.try_lock(false, Location::caller()) {
            None => Err(TryLockError::WouldBlock),
            Some(poisoned) => Ok(or_poisoned(poisoned, self.read_guard())?),
        }
    }

    /// Locks it for writing if that is possible now.
    ///
    /// # Errors
    ///
    /// [`TryLockError::WouldBlock`], or the guard all the same if the lock is poisoned.
    #[track_caller]
    pub fn try_write(&self) -> TryLockResult<RwLockWriteGuard<'_, T>> {
        match self.try_lock(true, Location::caller()) {
            None => Err(TryLockError::WouldBlock),
            Some(poisoned) => Ok(or_poisoned(poisoned, self.write_guard())?),
        }
    }

    /// The value: nobody else has the lock.
    ///
    /// # Errors
    ///
    /// The value all the same, if the lock is poisoned.
    pub fn get_mut(&mut self) -> LockResult<&mut T> {
        let poisoned = self.learn();
        interleave::with_world(|world| {
            let id = self.identity.known(world)?;
            let history = world.history();
            world.object_mut::<State>(id).guarded.lend(history);
            Some(())
        });
        or_poisoned(poisoned, self.value.get_mut())
    }

    /// Whether a thread has panicked while it held the lock for writing.
    #[track_caller]
    pub fn is_poisoned(&self) -> bool {
        let site: Site = Location::caller();
        let Some(id) = self.running_object() else {
            return false;
        };
        perform_now(What::new("is_poisoned").on(id).at(site), |world, _| {
            let poisoned = world.object::<State>(id).poisoned;
            world.tell(|_| poisoned.to_string());
            (Seen::number(poisoned.into()), poisoned)
        })
    }

    /// Takes the lock for sound again.
    #[track_caller]
    pub fn clear_poison(&self) {
        let site: Site = Location::caller();
        let Some(id) = self.running_object() else {
            return;
        };
        perform_now(What::new("clear_poison").on(id).at(site), |world, _| {
            world.object_mut::<State>(id).poisoned = false;
            (Seen::nothing(), ())
        });
    }
}

impl<'a, T: ?Sized> RwLockWriteGuard<'a, T> {
    /// Goes on as a reader, without letting a writer in between.
    #[track_caller]
    pub fn downgrade(guard: Self) -> RwLockReadGuard<'a, T> {
        let (lock, site): (_, Site) = (guard.lock, Location::caller());
        std::mem::forget(guard);
        if let Some(id) = lock.running_object() {
            perform_now(What::new("downgrade").on(id).at(site), |world, me| {
                let history = world.history();
                let state = world.object_mut::<State>(id);
                state.writer = None;
                state.readers.push(me);
                // SAFETY: the one who wrote only reads from now on.
                state.guarded.close(history, unsafe { &*lock.value.get() });
                (Seen::nothing(), ())
            });
        }
        lock.read_guard()
    }
}

impl<T: ?Sized> Drop for RwLockReadGuard<'_, T> {
    fn drop(&mut self) {
        let Some(id) = self.lock.running_object() else {
            return;
        };
        perform_now(What::new("unlock").on(id), |world, me| {
            world.among_readers(id);
            let state = world.object_mut::<State>(id);
            if let Some(mine) = state.readers.iter().position(|reader| *reader == me) {
                state.readers.swap_remove(mine);
            }
            state.keeps_out &= !state.readers.is_empty();
            (Seen::nothing(), ())
        });
    }
}

impl<T: ?Sized> Drop for RwLockWriteGuard<'_, T> {
    fn drop(&mut self) {
        let Some(id) = self.lock.running_object() else {
            return;
        };
        let poison = !self.panicking && panics::panicking();
        perform_now(What::new("unlock").on(id), |world, _| {
            let history = world.history();
            let state = world.object_mut::<State>(id);
            state.writer = None;
            state.poisoned |= poison;
            // SAFETY: the guard is going, and nobody else has locked it yet.
            state
                .guarded
                .close(history, unsafe { &*self.lock.value.get() });
            (Seen::nothing(), ())
        });
    }
}

impl<T: ?Sized> Deref for RwLockReadGuard<'_, T> {
    type Target = T;

    fn deref(&self) -> &T {
        // SAFETY: while there are readers, nobody writes.
        unsafe { &*self.lock.value.get() }
    }
}

impl<T: ?Sized> Deref for RwLockWriteGuard<'_, T> {
    type Target = T;

    fn deref(&self) -> &T {
        // SAFETY: the guard has the value to itself.
        unsafe { &*self.lock.value.get() }
    }
}

impl<T: ?Sized> DerefMut for RwLockWriteGuard<'_, T> {
    fn deref_mut(&mut self) -> &mut T {
        // SAFETY: the guard has the value to itself.
        unsafe { &mut *self.lock.value.get() }
    }
}

macro_rules! shown_as_value {
    ($($guard:ident)*) => { $(
        impl<T: ?Sized + fmt::Debug> fmt::Debug for $guard<'_, T> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                (**self).fmt(f)
            }
        }

        impl<T: ?Sized + fmt::Display> fmt::Display for $guard<'_, T> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                (**self).fmt(f)
            }
        }
    )* };
}
shown_as_value!(RwLockReadGuard RwLockWriteGuard);

impl<T: ?Sized + fmt::Debug> fmt::Debug for RwLock<T> {
    /// As std's, which looks whether it is locked: a step of its own.
    #[track_caller]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut text = f.debug_struct("RwLock");
        match self.try_read() {
            Ok(guard) => text.field("data", &&*guard),
            Err(TryLockError::Poisoned(error)) => text.field("data", &&**error.get_ref()),
            Err(TryLockError::WouldBlock) => text.field("data", &format_args!("<locked>")),
        };
        text.field("poisoned", &self.flag());
        text.finish_non_exhaustive()
    }
}

impl<T: Default> Default for RwLock<T> {
    #[track_caller]
    fn default() -> Self {
        RwLock::new(T::default())
    }
}

impl<T> From<T> for RwLock<T> {
    #[track_caller]
    fn from(value: T) -> Self {
        RwLock::new(value)
    }
}
