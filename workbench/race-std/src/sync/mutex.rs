use core::fmt;
use core::mem::ManuallyDrop;
use core::ops::{Deref, DerefMut};

use real::panic::{RefUnwindSafe, UnwindSafe};
use real::sync as inner;

use super::{LockResult, TryLockResult, map, try_map};
use crate::tsan;

/// std's `Mutex`: what was done under the lock has happened before the next one has it.
#[derive(Default)]
pub struct Mutex<T: ?Sized>(inner::Mutex<T>);

/// std's guard. It says when the lock is given back.
#[must_use]
pub struct MutexGuard<'a, T: ?Sized> {
    lock: &'a Mutex<T>,
    inner: ManuallyDrop<inner::MutexGuard<'a, T>>,
}

impl<T: ?Sized> UnwindSafe for Mutex<T> {}
impl<T: ?Sized> RefUnwindSafe for Mutex<T> {}

#[expect(missing_docs, reason = "they are std's")]
impl<T> Mutex<T> {
    pub const fn new(value: T) -> Self {
        Self(inner::Mutex::new(value))
    }

    pub fn into_inner(self) -> LockResult<T> {
        self.0.into_inner()
    }
}

#[expect(missing_docs, reason = "they are std's")]
#[expect(clippy::missing_errors_doc, reason = "they are std's")]
impl<T: ?Sized> Mutex<T> {
    pub fn lock(&self) -> LockResult<MutexGuard<'_, T>> {
        map(self.0.lock(), |guard| self.locked(guard))
    }

    pub fn try_lock(&self) -> TryLockResult<MutexGuard<'_, T>> {
        try_map(self.0.try_lock(), |guard| self.locked(guard))
    }

    pub fn get_mut(&mut self) -> LockResult<&mut T> {
        self.0.get_mut()
    }

    pub fn is_poisoned(&self) -> bool {
        self.0.is_poisoned()
    }

    pub fn clear_poison(&self) {
        self.0.clear_poison();
    }

    /// To be called right after the lock was got.
    fn locked<'a>(&'a self, guard: inner::MutexGuard<'a, T>) -> MutexGuard<'a, T> {
        tsan::acquire(&self.0);
        MutexGuard {
            lock: self,
            inner: ManuallyDrop::new(guard),
        }
    }
}

impl<'a, T: ?Sized> MutexGuard<'a, T> {
    /// Gives the lock up for the time in which `wait` waits with std's own guard.
    pub(super) fn while_unlocked<R>(
        mut self,
        wait: impl FnOnce(inner::MutexGuard<'a, T>) -> R,
    ) -> (&'a Mutex<T>, R) {
        let lock = self.lock;
        tsan::release(&lock.0);
        // SAFETY: the guard is taken once: `self` is forgotten right away.
        let guard = unsafe { ManuallyDrop::take(&mut self.inner) };
        core::mem::forget(self);
        (lock, wait(guard))
    }

    /// The end of [`Self::while_unlocked`].
    pub(super) fn relocked(lock: &'a Mutex<T>, guard: inner::MutexGuard<'a, T>) -> Self {
        lock.locked(guard)
    }
}

impl<T: ?Sized> Deref for MutexGuard<'_, T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.inner
    }
}

impl<T: ?Sized> DerefMut for MutexGuard<'_, T> {
    fn deref_mut(&mut self) -> &mut T {
        &mut self.inner
    }
}

impl<T: ?Sized> Drop for MutexGuard<'_, T> {
    fn drop(&mut self) {
        tsan::release(&self.lock.0);
        // SAFETY: it is dropped once, here.
        unsafe { ManuallyDrop::drop(&mut self.inner) }
    }
}

impl<T> From<T> for Mutex<T> {
    fn from(value: T) -> Self {
        Self::new(value)
    }
}

impl<T: ?Sized + fmt::Debug> fmt::Debug for Mutex<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // The value is read under the lock, which the detector must know of.
        tsan::acquire(&self.0);
        self.0.fmt(f)
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
