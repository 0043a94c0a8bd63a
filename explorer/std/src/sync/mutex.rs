use super::guarded::{Guarded, region};
use super::{LockResult, PoisonError, TryLockError, TryLockResult};
use interleave::{
    Fingerprinter, Identity, Object, ObjectId, Readiness, Reason, Seen, Site, ThreadId, What,
    World, panics, perform, perform_now,
};
use std::cell::UnsafeCell;
use std::fmt;
use std::marker::PhantomData;
use std::ops::{Deref, DerefMut};
use std::panic::{Location, RefUnwindSafe, UnwindSafe};

/// As `std::sync::Mutex`.
pub struct Mutex<T: ?Sized> {
    identity: Identity,
    value: UnsafeCell<T>,
}

// SAFETY: as for std's. The scheduler lets one thread at a time have the guard.
unsafe impl<T: ?Sized + Send> Send for Mutex<T> {}
// SAFETY: as above.
unsafe impl<T: ?Sized + Send> Sync for Mutex<T> {}
impl<T: ?Sized> UnwindSafe for Mutex<T> {}
impl<T: ?Sized> RefUnwindSafe for Mutex<T> {}

/// As `std::sync::MutexGuard`.
#[must_use = "if unused the Mutex will immediately unlock"]
pub struct MutexGuard<'a, T: ?Sized> {
    mutex: &'a Mutex<T>,
    /// Whether the thread was panicking already when it locked.
    panicking: bool,
    not_send: PhantomData<*const ()>,
}

// SAFETY: as for std's.
unsafe impl<T: ?Sized + Sync> Sync for MutexGuard<'_, T> {}

pub(super) struct State {
    owner: Option<ThreadId>,
    poisoned: bool,
    guarded: Guarded,
}

impl Object for State {
    fn kind(&self) -> &'static str {
        "Mutex"
    }

    fn fingerprint(&self, world: &World, into: &mut Fingerprinter) {
        into.optional(self.owner.map(|owner| world.thread_number(owner).into()));
        into.number(self.poisoned.into());
        into.fingerprint(self.guarded.contents());
    }

    fn show(&self, world: &World) -> String {
        let poisoned = if self.poisoned { ", poisoned" } else { "" };
        match self.owner {
            Some(owner) => {
                let owner = world.thread_name(owner);
                format!("{}, locked by {owner}{poisoned}", self.guarded.show())
            }
            None => format!("{}{poisoned}", self.guarded.show()),
        }
    }

    fn has_destructor(&self) -> bool {
        self.guarded.has_destructor()
    }

    fn holders(&self) -> Vec<ThreadId> {
        self.owner.into_iter().collect()
    }
}

impl<T> Mutex<T> {
    /// An unlocked mutex.
    #[track_caller]
    pub const fn new(value: T) -> Self {
        Mutex {
            identity: Identity::new(Location::caller()),
            value: UnsafeCell::new(value),
        }
    }

    /// The value, taking the mutex apart.
    ///
    /// # Errors
    ///
    /// The value all the same, if the mutex is poisoned.
    pub fn into_inner(self) -> LockResult<T> {
        let poisoned = self.learn();
        or_poisoned(poisoned, self.value.into_inner())
    }
}

pub(super) fn or_poisoned<R>(poisoned: bool, result: R) -> LockResult<R> {
    if poisoned {
        Err(PoisonError::new(result))
    } else {
        Ok(result)
    }
}

impl<T: ?Sized> Mutex<T> {
    pub(super) fn object(&self, world: &mut World) -> ObjectId {
        let id = self
            .identity
            .object(world, region(&self.value), |world| State {
                owner: None,
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

    /// The effect of locking; says what was seen and whether the mutex is poisoned.
    pub(super) fn take(&self, world: &mut World, me: ThreadId, id: ObjectId) -> (Seen, bool) {
        let state = world.object_mut::<State>(id);
        state.owner = Some(me);
        // SAFETY: the value lives at least until it is unlocked: the guard borrows the mutex.
        unsafe { state.guarded.open(self.value.get()) };
        let (poisoned, contents) = (state.poisoned, state.guarded.contents());
        world.tell(|world| world.object::<State>(id).guarded.show());
        (
            Seen::fingerprint(contents).and(Seen::number(poisoned.into())),
            poisoned,
        )
    }

    /// The effect of unlocking.
    pub(super) fn release(&self, world: &mut World, id: ObjectId, poison: bool) {
        let history = world.history();
        let state = world.object_mut::<State>(id);
        state.owner = None;
        state.poisoned |= poison;
        // SAFETY: the guard is gone, and nobody else has locked it yet.
        state.guarded.close(history, unsafe { &*self.value.get() });
    }

    pub(super) fn is_free(world: &World, id: ObjectId) -> Readiness {
        match world.object::<State>(id).owner {
            None => Readiness::Ready(1),
            Some(_) => Readiness::Blocked(Reason::object(world, "is locked", id)),
        }
    }

    pub(super) fn guard(&self) -> MutexGuard<'_, T> {
        MutexGuard {
            mutex: self,
            panicking: panics::panicking(),
            not_send: PhantomData,
        }
    }

    /// Locks it, waiting until that is possible.
    ///
    /// # Errors
    ///
    /// The guard all the same, if the mutex is poisoned.
    #[track_caller]
    pub fn lock(&self) -> LockResult<MutexGuard<'_, T>> {
        let site: Site = Location::caller();
        let Some(id) = self.running_object() else {
            return Ok(self.guard());
        };
        let poisoned = perform(
            What::new("lock").on(id).at(site),
            |world, _| Self::is_free(world, id),
            |world, me, _| self.take(world, me, id),
        );
        or_poisoned(poisoned, self.guard())
    }

    /// Locks it if that is possible now.
    ///
    /// # Errors
    ///
    /// [`TryLockError::WouldBlock`], or the guard all the same if the mutex is poisoned.
    #[track_caller]
    pub fn try_lock(&self) -> TryLockResult<MutexGuard<'_, T>> {
        let site: Site = Location::caller();
        let Some(id) = self.running_object() else {
            return Ok(self.guard());
        };
        let taken = perform_now(What::new("try_lock").on(id).at(site), |world, me| {
            if world.object::<State>(id).owner.is_some() {
                world.tell(|_| "would block".to_owned());
                return (Seen::number(0), None);
            }
            let (seen, poisoned) = self.take(world, me, id);
            (Seen::number(1).and(seen), Some(poisoned))
        });
        match taken {
            None => Err(TryLockError::WouldBlock),
            Some(poisoned) => Ok(or_poisoned(poisoned, self.guard())?),
        }
    }

    /// The value: nobody else has the mutex.
    ///
    /// # Errors
    ///
    /// The value all the same, if the mutex is poisoned.
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

    /// Whether a thread has panicked while it held the lock.
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

    /// Takes the mutex for sound again.
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

impl<'a, T: ?Sized> MutexGuard<'a, T> {
    /// The mutex, keeping it locked.
    pub(super) fn into_mutex(self) -> &'a Mutex<T> {
        let mutex = self.mutex;
        std::mem::forget(self);
        mutex
    }
}

impl<T: ?Sized> Drop for MutexGuard<'_, T> {
    fn drop(&mut self) {
        let Some(id) = self.mutex.running_object() else {
            return;
        };
        let poison = !self.panicking && panics::panicking();
        perform_now(What::new("unlock").on(id), |world, _| {
            self.mutex.release(world, id, poison);
            (Seen::nothing(), ())
        });
    }
}

impl<T: ?Sized> Deref for MutexGuard<'_, T> {
    type Target = T;

    fn deref(&self) -> &T {
        // SAFETY: the guard has the value to itself.
        unsafe { &*self.mutex.value.get() }
    }
}

impl<T: ?Sized> DerefMut for MutexGuard<'_, T> {
    fn deref_mut(&mut self) -> &mut T {
        // SAFETY: the guard has the value to itself.
        unsafe { &mut *self.mutex.value.get() }
    }
}

impl<T: ?Sized + fmt::Debug> fmt::Debug for MutexGuard<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        (**self).fmt(f)
    }
}

impl<T: ?Sized + fmt::Display> fmt::Display for MutexGuard<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        (**self).fmt(f)
    }
}

impl<T: ?Sized + fmt::Debug> fmt::Debug for Mutex<T> {
    /// As std's, which looks whether it is locked: a step of its own.
    #[track_caller]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut text = f.debug_struct("Mutex");
        match self.try_lock() {
            Ok(guard) => text.field("data", &&*guard),
            Err(TryLockError::Poisoned(error)) => text.field("data", &&**error.get_ref()),
            Err(TryLockError::WouldBlock) => text.field("data", &"<locked>"),
        };
        text.field("poisoned", &self.flag());
        text.finish_non_exhaustive()
    }
}

impl<T: Default> Default for Mutex<T> {
    #[track_caller]
    fn default() -> Self {
        Mutex::new(T::default())
    }
}

impl<T> From<T> for Mutex<T> {
    #[track_caller]
    fn from(value: T) -> Self {
        Mutex::new(value)
    }
}
