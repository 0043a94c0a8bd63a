use crate::exclusive::Lock;
use crate::shown_as_value;
use interleave::Site;
use interleave_std::time::{Duration, Instant};
use std::fmt;
use std::marker::PhantomData;
use std::mem::forget;
use std::ops::{Deref, DerefMut};
use std::panic::Location;

/// A `parking_lot::Mutex` or, if it is `FAIR`, a `parking_lot::FairMutex`.
pub struct AnyMutex<const FAIR: bool, T: ?Sized> {
    pub(crate) lock: Lock<T>,
}

/// As `parking_lot::Mutex`.
pub type Mutex<T> = AnyMutex<false, T>;

/// As `parking_lot::FairMutex`: each unlock is a fair one.
pub type FairMutex<T> = AnyMutex<true, T>;

/// The guard of an [`AnyMutex`].
#[must_use = "if unused the Mutex will immediately unlock"]
pub struct AnyMutexGuard<'a, const FAIR: bool, T: ?Sized> {
    mutex: &'a AnyMutex<FAIR, T>,
    not_send: PhantomData<*const ()>,
}

/// As `parking_lot::MutexGuard`.
pub type MutexGuard<'a, T> = AnyMutexGuard<'a, false, T>;

/// As `parking_lot::FairMutexGuard`.
pub type FairMutexGuard<'a, T> = AnyMutexGuard<'a, true, T>;

// SAFETY: as for parking_lot's. The scheduler lets one thread at a time have the guard.
unsafe impl<const FAIR: bool, T: ?Sized + Send> Send for AnyMutex<FAIR, T> {}
// SAFETY: as above.
unsafe impl<const FAIR: bool, T: ?Sized + Send> Sync for AnyMutex<FAIR, T> {}
// SAFETY: as for parking_lot's.
unsafe impl<const FAIR: bool, T: ?Sized + Sync> Sync for AnyMutexGuard<'_, FAIR, T> {}

impl<const FAIR: bool, T> AnyMutex<FAIR, T> {
    /// An unlocked mutex.
    #[track_caller]
    pub const fn new(value: T) -> Self {
        let kind = if FAIR { "FairMutex" } else { "Mutex" };
        AnyMutex {
            lock: Lock::new(kind, Location::caller(), value),
        }
    }

    /// The value, taking the mutex apart.
    pub fn into_inner(self) -> T {
        self.lock.into_inner()
    }
}

impl<const FAIR: bool, T: ?Sized> AnyMutex<FAIR, T> {
    fn guard(&self) -> AnyMutexGuard<'_, FAIR, T> {
        AnyMutexGuard {
            mutex: self,
            not_send: PhantomData,
        }
    }

    /// Locks it, waiting until that is possible.
    #[track_caller]
    pub fn lock(&self) -> AnyMutexGuard<'_, FAIR, T> {
        self.lock.acquire("lock", None, Location::caller());
        self.guard()
    }

    /// Locks it if that is possible now.
    #[track_caller]
    pub fn try_lock(&self) -> Option<AnyMutexGuard<'_, FAIR, T>> {
        self.lock
            .try_acquire(Location::caller())
            .then(|| self.guard())
    }

    /// Locks it, waiting at most for this time.
    #[track_caller]
    pub fn try_lock_for(&self, timeout: Duration) -> Option<AnyMutexGuard<'_, FAIR, T>> {
        let locked = self
            .lock
            .acquire("try_lock_for", Some(timeout), Location::caller());
        locked.then(|| self.guard())
    }

    /// Locks it, waiting at most until then.
    #[track_caller]
    pub fn try_lock_until(&self, deadline: Instant) -> Option<AnyMutexGuard<'_, FAIR, T>> {
        let timeout = Some(deadline.__left());
        let locked = self
            .lock
            .acquire("try_lock_until", timeout, Location::caller());
        locked.then(|| self.guard())
    }

    /// The value: nobody else has the mutex.
    pub fn get_mut(&mut self) -> &mut T {
        self.lock.get_mut()
    }

    /// Whether anybody has locked it, at this moment.
    #[track_caller]
    pub fn is_locked(&self) -> bool {
        self.lock.is_locked(Location::caller())
    }

    fn unlock(&self) {
        self.lock.unlock("unlock", FAIR, None);
    }
}

impl<'a, const FAIR: bool, T: ?Sized> AnyMutexGuard<'a, FAIR, T> {
    /// The mutex.
    pub fn mutex(guard: &Self) -> &'a AnyMutex<FAIR, T> {
        guard.mutex
    }

    /// Unlocks, and hands the lock over to a thread that waits for it.
    #[track_caller]
    pub fn unlock_fair(guard: Self) {
        guard
            .mutex
            .lock
            .unlock("unlock_fair", true, Some(Location::caller()));
        forget(guard);
    }

    /// Lets a thread that waits have its turn, and locks again.
    #[track_caller]
    pub fn bump(guard: &mut Self) {
        guard.mutex.lock.bump(Location::caller());
    }

    /// Unlocks while `f` is called.
    #[track_caller]
    pub fn unlocked<R>(guard: &mut Self, f: impl FnOnce() -> R) -> R {
        let site: Site = Location::caller();
        guard.mutex.lock.unlock("unlock", FAIR, Some(site));
        let _again = LockAgain(|| {
            guard.mutex.lock.acquire("lock", None, site);
        });
        f()
    }

    /// Unlocks while `f` is called, and hands the lock over to a thread that waits for it.
    #[track_caller]
    pub fn unlocked_fair<R>(guard: &mut Self, f: impl FnOnce() -> R) -> R {
        let site: Site = Location::caller();
        guard.mutex.lock.unlock("unlock_fair", true, Some(site));
        let _again = LockAgain(|| {
            guard.mutex.lock.acquire("lock", None, site);
        });
        f()
    }

    /// The value for ever: the mutex stays locked.
    pub fn leak(guard: Self) -> &'a mut T {
        let value = guard.mutex.lock.value();
        forget(guard);
        // SAFETY: nobody will unlock it.
        unsafe { &mut *value }
    }

    /// A guard of a part of the value.
    pub fn map<U: ?Sized>(
        mut guard: Self,
        part: impl FnOnce(&mut T) -> &mut U,
    ) -> AnyMappedMutexGuard<'a, FAIR, U> {
        let part: *mut U = part(&mut guard);
        AnyMappedMutexGuard::of(guard, part)
    }

    /// A guard of a part of the value, if there is one.
    ///
    /// # Errors
    ///
    /// The guard, if there is none.
    pub fn try_map<U: ?Sized>(
        mut guard: Self,
        part: impl FnOnce(&mut T) -> Option<&mut U>,
    ) -> Result<AnyMappedMutexGuard<'a, FAIR, U>, Self> {
        match part(&mut guard).map(|part| &raw mut *part) {
            Some(part) => Ok(AnyMappedMutexGuard::of(guard, part)),
            None => Err(guard),
        }
    }
}

/// Locks again at the end of a function that was called unlocked, even if it panics.
pub(crate) struct LockAgain<F: Fn()>(pub(crate) F);

impl<F: Fn()> Drop for LockAgain<F> {
    fn drop(&mut self) {
        (self.0)();
    }
}

impl<const FAIR: bool, T: ?Sized> Drop for AnyMutexGuard<'_, FAIR, T> {
    fn drop(&mut self) {
        self.mutex.unlock();
    }
}

impl<const FAIR: bool, T: ?Sized> Deref for AnyMutexGuard<'_, FAIR, T> {
    type Target = T;

    fn deref(&self) -> &T {
        // SAFETY: the guard has the value to itself.
        unsafe { &*self.mutex.lock.value() }
    }
}

impl<const FAIR: bool, T: ?Sized> DerefMut for AnyMutexGuard<'_, FAIR, T> {
    fn deref_mut(&mut self) -> &mut T {
        // SAFETY: the guard has the value to itself.
        unsafe { &mut *self.mutex.lock.value() }
    }
}

/// The guard of a part of what an [`AnyMutex`] guards.
#[must_use = "if unused the Mutex will immediately unlock"]
pub struct AnyMappedMutexGuard<'a, const FAIR: bool, U: ?Sized> {
    part: *mut U,
    /// The guard of the whole, whose type is not known any more; given up with `unlock_fair`.
    whole: Box<dyn Whole + 'a>,
    borrowed: PhantomData<&'a mut U>,
}

/// As `parking_lot::MappedMutexGuard`.
pub type MappedMutexGuard<'a, U> = AnyMappedMutexGuard<'a, false, U>;

/// As `parking_lot::MappedFairMutexGuard`.
pub type MappedFairMutexGuard<'a, U> = AnyMappedMutexGuard<'a, true, U>;

// SAFETY: as for parking_lot's.
unsafe impl<const FAIR: bool, U: ?Sized + Sync> Sync for AnyMappedMutexGuard<'_, FAIR, U> {}

/// A guard that unlocks when it is dropped, or fairly when it is asked to.
pub(crate) trait Whole {
    fn unlock_fair(self: Box<Self>, site: Site);
}

impl<const FAIR: bool, T: ?Sized> Whole for AnyMutexGuard<'_, FAIR, T> {
    fn unlock_fair(self: Box<Self>, site: Site) {
        self.mutex.lock.unlock("unlock_fair", true, Some(site));
        forget(*self);
    }
}

impl<'a, const FAIR: bool, U: ?Sized> AnyMappedMutexGuard<'a, FAIR, U> {
    fn of<T: ?Sized>(guard: AnyMutexGuard<'a, FAIR, T>, part: *mut U) -> Self {
        AnyMappedMutexGuard {
            part,
            whole: Box::new(guard),
            borrowed: PhantomData,
        }
    }

    /// Unlocks, and hands the lock over to a thread that waits for it.
    #[track_caller]
    pub fn unlock_fair(guard: Self) {
        guard.whole.unlock_fair(Location::caller());
    }

    /// A guard of a part of the part.
    pub fn map<V: ?Sized>(
        mut guard: Self,
        part: impl FnOnce(&mut U) -> &mut V,
    ) -> AnyMappedMutexGuard<'a, FAIR, V> {
        let part: *mut V = part(&mut guard);
        AnyMappedMutexGuard {
            part,
            whole: guard.whole,
            borrowed: PhantomData,
        }
    }

    /// A guard of a part of the part, if there is one.
    ///
    /// # Errors
    ///
    /// The guard, if there is none.
    pub fn try_map<V: ?Sized>(
        mut guard: Self,
        part: impl FnOnce(&mut U) -> Option<&mut V>,
    ) -> Result<AnyMappedMutexGuard<'a, FAIR, V>, Self> {
        match part(&mut guard).map(|part| &raw mut *part) {
            Some(part) => Ok(AnyMappedMutexGuard {
                part,
                whole: guard.whole,
                borrowed: PhantomData,
            }),
            None => Err(guard),
        }
    }
}

impl<const FAIR: bool, U: ?Sized> Deref for AnyMappedMutexGuard<'_, FAIR, U> {
    type Target = U;

    fn deref(&self) -> &U {
        // SAFETY: the guard of the whole has the value to itself, and was not used since.
        unsafe { &*self.part }
    }
}

impl<const FAIR: bool, U: ?Sized> DerefMut for AnyMappedMutexGuard<'_, FAIR, U> {
    fn deref_mut(&mut self) -> &mut U {
        // SAFETY: as above.
        unsafe { &mut *self.part }
    }
}

shown_as_value!(AnyMutexGuard<FAIR, T> [const FAIR: bool]);
shown_as_value!(AnyMappedMutexGuard<FAIR, T> [const FAIR: bool]);

impl<const FAIR: bool, T: ?Sized + fmt::Debug> fmt::Debug for AnyMutex<FAIR, T> {
    /// As parking_lot's, which looks whether it is locked: a step of its own.
    #[track_caller]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut text = f.debug_struct("Mutex");
        match self.try_lock() {
            Some(guard) => text.field("data", &&*guard),
            None => text.field("data", &format_args!("<locked>")),
        };
        text.finish()
    }
}

impl<const FAIR: bool, T: Default> Default for AnyMutex<FAIR, T> {
    #[track_caller]
    fn default() -> Self {
        AnyMutex::new(T::default())
    }
}

impl<const FAIR: bool, T> From<T> for AnyMutex<FAIR, T> {
    #[track_caller]
    fn from(value: T) -> Self {
        AnyMutex::new(value)
    }
}
