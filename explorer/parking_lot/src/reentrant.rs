use crate::exclusive::Lock;
use crate::mutex::LockAgain;
use crate::shown_as_value;
use interleave::Site;
use interleave_std::time::{Duration, Instant};
use std::fmt;
use std::marker::PhantomData;
use std::mem::forget;
use std::ops::Deref;
use std::panic::Location;

/// As `parking_lot::ReentrantMutex`: the thread that has locked it may do so again.
pub struct ReentrantMutex<T: ?Sized> {
    lock: Lock<T>,
}

/// As `parking_lot::ReentrantMutexGuard`.
#[must_use = "if unused the ReentrantMutex will immediately unlock"]
pub struct ReentrantMutexGuard<'a, T: ?Sized> {
    mutex: &'a ReentrantMutex<T>,
    not_send: PhantomData<*const ()>,
}

// SAFETY: as for parking_lot's. The scheduler lets one thread at a time have guards.
unsafe impl<T: ?Sized + Send> Send for ReentrantMutex<T> {}
// SAFETY: as above.
unsafe impl<T: ?Sized + Send> Sync for ReentrantMutex<T> {}
// SAFETY: as for parking_lot's.
unsafe impl<T: ?Sized + Sync> Sync for ReentrantMutexGuard<'_, T> {}

impl<T> ReentrantMutex<T> {
    /// An unlocked mutex.
    #[track_caller]
    pub const fn new(value: T) -> Self {
        ReentrantMutex {
            lock: Lock::new("ReentrantMutex", Location::caller(), value),
        }
    }

    /// The value, taking the mutex apart.
    pub fn into_inner(self) -> T {
        self.lock.into_inner()
    }
}

impl<T: ?Sized> ReentrantMutex<T> {
    fn guard(&self) -> ReentrantMutexGuard<'_, T> {
        ReentrantMutexGuard {
            mutex: self,
            not_send: PhantomData,
        }
    }

    /// Locks once more if the running thread has locked it already.
    fn again(&self, verb: &'static str, site: Site) -> bool {
        let mine = self.lock.is_mine();
        if mine {
            self.lock.count(verb, true, Some(site));
        }
        mine
    }

    /// Locks it, waiting until that is possible.
    #[track_caller]
    pub fn lock(&self) -> ReentrantMutexGuard<'_, T> {
        self.lock_at(Location::caller())
    }

    fn lock_at(&self, site: Site) -> ReentrantMutexGuard<'_, T> {
        if !self.again("lock", site) {
            self.lock.acquire("lock", None, site);
        }
        self.guard()
    }

    /// Locks it if that is possible now.
    #[track_caller]
    pub fn try_lock(&self) -> Option<ReentrantMutexGuard<'_, T>> {
        let site: Site = Location::caller();
        let locked = self.again("try_lock", site) || self.lock.try_acquire(site);
        locked.then(|| self.guard())
    }

    /// Locks it, waiting at most for this time.
    #[track_caller]
    pub fn try_lock_for(&self, timeout: Duration) -> Option<ReentrantMutexGuard<'_, T>> {
        let site: Site = Location::caller();
        let locked = self.again("try_lock_for", site)
            || self.lock.acquire("try_lock_for", Some(timeout), site);
        locked.then(|| self.guard())
    }

    /// Locks it, waiting at most until then.
    #[track_caller]
    pub fn try_lock_until(&self, deadline: Instant) -> Option<ReentrantMutexGuard<'_, T>> {
        let site: Site = Location::caller();
        let locked = self.again("try_lock_until", site)
            || self
                .lock
                .acquire("try_lock_until", Some(deadline.__left()), site);
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

    /// Whether the running thread has locked it: nobody else can change that.
    pub fn is_owned_by_current_thread(&self) -> bool {
        self.lock.is_mine()
    }

    fn unlock(&self, verb: &'static str, fair: bool, site: Option<Site>) {
        match self.lock.depth() {
            depth if depth > 1 => self.lock.count(verb, false, site),
            _ => self.lock.unlock(verb, fair, site),
        }
    }
}

impl<'a, T: ?Sized> ReentrantMutexGuard<'a, T> {
    /// The mutex.
    pub fn remutex(guard: &Self) -> &'a ReentrantMutex<T> {
        guard.mutex
    }

    /// Unlocks, and, if this was the last guard, hands the lock over to a thread that waits.
    #[track_caller]
    pub fn unlock_fair(guard: Self) {
        guard
            .mutex
            .unlock("unlock_fair", true, Some(Location::caller()));
        forget(guard);
    }

    /// Lets a thread that waits have its turn, if this is the only guard, and locks again.
    #[track_caller]
    pub fn bump(guard: &mut Self) {
        let site: Site = Location::caller();
        if guard.mutex.lock.depth() == 1 {
            guard.mutex.lock.bump(site);
        }
    }

    /// Unlocks while `f` is called.
    #[track_caller]
    pub fn unlocked<R>(guard: &mut Self, f: impl FnOnce() -> R) -> R {
        let (mutex, site): (_, Site) = (guard.mutex, Location::caller());
        mutex.unlock("unlock", false, Some(site));
        let _again = LockAgain(|| forget(mutex.lock_at(site)));
        f()
    }

    /// Unlocks while `f` is called, and hands the lock over to a thread that waits for it.
    #[track_caller]
    pub fn unlocked_fair<R>(guard: &mut Self, f: impl FnOnce() -> R) -> R {
        let (mutex, site): (_, Site) = (guard.mutex, Location::caller());
        mutex.unlock("unlock_fair", true, Some(site));
        let _again = LockAgain(|| forget(mutex.lock_at(site)));
        f()
    }

    /// A guard of a part of the value.
    pub fn map<U: ?Sized>(
        guard: Self,
        part: impl FnOnce(&T) -> &U,
    ) -> MappedReentrantMutexGuard<'a, U> {
        let part: *const U = part(&guard);
        MappedReentrantMutexGuard {
            part,
            whole: Box::new(guard),
            borrowed: PhantomData,
        }
    }

    /// A guard of a part of the value, if there is one.
    ///
    /// # Errors
    ///
    /// The guard, if there is none.
    pub fn try_map<U: ?Sized>(
        guard: Self,
        part: impl FnOnce(&T) -> Option<&U>,
    ) -> Result<MappedReentrantMutexGuard<'a, U>, Self> {
        match part(&guard).map(|part| &raw const *part) {
            Some(part) => {
                let whole = Box::new(guard);
                Ok(MappedReentrantMutexGuard {
                    part,
                    whole,
                    borrowed: PhantomData,
                })
            }
            None => Err(guard),
        }
    }
}

impl<T: ?Sized> Drop for ReentrantMutexGuard<'_, T> {
    fn drop(&mut self) {
        self.mutex.unlock("unlock", false, None);
    }
}

impl<T: ?Sized> Deref for ReentrantMutexGuard<'_, T> {
    type Target = T;

    fn deref(&self) -> &T {
        // SAFETY: all guards belong to one thread, and lend the value for reading only.
        unsafe { &*self.mutex.lock.value() }
    }
}

/// As `parking_lot::MappedReentrantMutexGuard`.
#[must_use = "if unused the ReentrantMutex will immediately unlock"]
pub struct MappedReentrantMutexGuard<'a, U: ?Sized> {
    part: *const U,
    /// The guard of the whole, whose type is not known any more.
    whole: Box<dyn Whole + 'a>,
    borrowed: PhantomData<&'a U>,
}

// SAFETY: as for parking_lot's.
unsafe impl<U: ?Sized + Sync> Sync for MappedReentrantMutexGuard<'_, U> {}

trait Whole {
    fn unlock_fair(self: Box<Self>, site: Site);
}

impl<T: ?Sized> Whole for ReentrantMutexGuard<'_, T> {
    fn unlock_fair(self: Box<Self>, site: Site) {
        self.mutex.unlock("unlock_fair", true, Some(site));
        forget(*self);
    }
}

impl<'a, U: ?Sized> MappedReentrantMutexGuard<'a, U> {
    /// Unlocks, and, if this was the last guard, hands the lock over to a thread that waits.
    #[track_caller]
    pub fn unlock_fair(guard: Self) {
        guard.whole.unlock_fair(Location::caller());
    }

    /// A guard of a part of the part.
    pub fn map<V: ?Sized>(
        guard: Self,
        part: impl FnOnce(&U) -> &V,
    ) -> MappedReentrantMutexGuard<'a, V> {
        let part: *const V = part(&guard);
        MappedReentrantMutexGuard {
            part,
            whole: guard.whole,
            borrowed: PhantomData,
        }
    }
}

impl<U: ?Sized> Deref for MappedReentrantMutexGuard<'_, U> {
    type Target = U;

    fn deref(&self) -> &U {
        // SAFETY: the guard of the whole keeps the value locked.
        unsafe { &*self.part }
    }
}

shown_as_value!(ReentrantMutexGuard<T>);
shown_as_value!(MappedReentrantMutexGuard<T>);

impl<T: ?Sized + fmt::Debug> fmt::Debug for ReentrantMutex<T> {
    /// As parking_lot's, which looks whether it is locked: a step of its own.
    #[track_caller]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut text = f.debug_struct("ReentrantMutex");
        match self.try_lock() {
            Some(guard) => text.field("data", &&*guard),
            None => text.field("data", &format_args!("<locked>")),
        };
        text.finish()
    }
}

impl<T: Default> Default for ReentrantMutex<T> {
    #[track_caller]
    fn default() -> Self {
        ReentrantMutex::new(T::default())
    }
}

impl<T> From<T> for ReentrantMutex<T> {
    #[track_caller]
    fn from(value: T) -> Self {
        ReentrantMutex::new(value)
    }
}
