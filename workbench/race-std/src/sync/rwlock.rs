use core::fmt;
use core::mem::ManuallyDrop;
use core::ops::{Deref, DerefMut};

use real::panic::{RefUnwindSafe, UnwindSafe};
use real::sync as inner;

use super::{LockResult, TryLockResult, map, try_map};
use crate::tsan;

/// std's `RwLock`: a writer comes after all before it, a reader after the writers alone.
///
/// std counts readers in an atomic, which would put them in order too. The detector must not see
/// that, or it would miss a write under a read lock.
#[derive(Default)]
pub struct RwLock<T: ?Sized> {
    keys: Keys,
    inner: inner::RwLock<T>,
}

/// Two places in memory whose addresses are names.
#[derive(Default)]
struct Keys {
    written: u64,
    read: u64,
}

/// std's guard of a reader. It says when the lock is given back.
#[must_use]
pub struct RwLockReadGuard<'a, T: ?Sized> {
    keys: &'a Keys,
    inner: ManuallyDrop<inner::RwLockReadGuard<'a, T>>,
}

/// std's guard of the writer. It says when the lock is given back.
#[must_use]
pub struct RwLockWriteGuard<'a, T: ?Sized> {
    keys: &'a Keys,
    inner: ManuallyDrop<inner::RwLockWriteGuard<'a, T>>,
}

impl<T: ?Sized> UnwindSafe for RwLock<T> {}
impl<T: ?Sized> RefUnwindSafe for RwLock<T> {}

#[expect(missing_docs, reason = "they are std's")]
#[expect(clippy::missing_errors_doc, reason = "they are std's")]
impl<T> RwLock<T> {
    pub const fn new(value: T) -> Self {
        Self {
            keys: Keys {
                written: 0,
                read: 0,
            },
            inner: inner::RwLock::new(value),
        }
    }

    pub fn into_inner(self) -> LockResult<T> {
        self.inner.into_inner()
    }
}

#[expect(missing_docs, reason = "they are std's")]
#[expect(clippy::missing_errors_doc, reason = "they are std's")]
impl<T: ?Sized> RwLock<T> {
    pub fn read(&self) -> LockResult<RwLockReadGuard<'_, T>> {
        let result = tsan::without_order(|| self.inner.read());
        map(result, |guard| self.reading(guard))
    }

    pub fn try_read(&self) -> TryLockResult<RwLockReadGuard<'_, T>> {
        let result = tsan::without_order(|| self.inner.try_read());
        try_map(result, |guard| self.reading(guard))
    }

    pub fn write(&self) -> LockResult<RwLockWriteGuard<'_, T>> {
        let result = tsan::without_order(|| self.inner.write());
        map(result, |guard| self.writing(guard))
    }

    pub fn try_write(&self) -> TryLockResult<RwLockWriteGuard<'_, T>> {
        let result = tsan::without_order(|| self.inner.try_write());
        try_map(result, |guard| self.writing(guard))
    }

    pub fn get_mut(&mut self) -> LockResult<&mut T> {
        self.inner.get_mut()
    }

    pub fn is_poisoned(&self) -> bool {
        self.inner.is_poisoned()
    }

    pub fn clear_poison(&self) {
        self.inner.clear_poison();
    }

    fn reading<'a>(&'a self, guard: inner::RwLockReadGuard<'a, T>) -> RwLockReadGuard<'a, T> {
        RwLockReadGuard::new(&self.keys, guard)
    }

    fn writing<'a>(&'a self, guard: inner::RwLockWriteGuard<'a, T>) -> RwLockWriteGuard<'a, T> {
        tsan::acquire(&self.keys.written);
        tsan::acquire(&self.keys.read);
        RwLockWriteGuard {
            keys: &self.keys,
            inner: ManuallyDrop::new(guard),
        }
    }
}

impl<'a, T: ?Sized> RwLockReadGuard<'a, T> {
    fn new(keys: &'a Keys, guard: inner::RwLockReadGuard<'a, T>) -> Self {
        tsan::acquire(&keys.written);
        Self {
            keys,
            inner: ManuallyDrop::new(guard),
        }
    }
}

impl<'a, T: ?Sized> RwLockWriteGuard<'a, T> {
    /// Turns the writer into a reader, without a gap.
    pub fn downgrade(mut this: Self) -> RwLockReadGuard<'a, T> {
        let keys = this.keys;
        tsan::release(&keys.written);
        // SAFETY: the guard is taken once: `this` is forgotten right away.
        let guard = unsafe { ManuallyDrop::take(&mut this.inner) };
        core::mem::forget(this);
        let guard = tsan::without_order(|| inner::RwLockWriteGuard::downgrade(guard));
        RwLockReadGuard::new(keys, guard)
    }
}

impl<T: ?Sized> Deref for RwLockReadGuard<'_, T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.inner
    }
}

impl<T: ?Sized> Deref for RwLockWriteGuard<'_, T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.inner
    }
}

impl<T: ?Sized> DerefMut for RwLockWriteGuard<'_, T> {
    fn deref_mut(&mut self) -> &mut T {
        &mut self.inner
    }
}

impl<T: ?Sized> Drop for RwLockReadGuard<'_, T> {
    fn drop(&mut self) {
        tsan::release(&self.keys.read);
        // SAFETY: it is dropped once, here.
        tsan::without_order(|| unsafe { ManuallyDrop::drop(&mut self.inner) });
    }
}

impl<T: ?Sized> Drop for RwLockWriteGuard<'_, T> {
    fn drop(&mut self) {
        tsan::release(&self.keys.written);
        // SAFETY: it is dropped once, here.
        tsan::without_order(|| unsafe { ManuallyDrop::drop(&mut self.inner) });
    }
}

impl<T> From<T> for RwLock<T> {
    fn from(value: T) -> Self {
        Self::new(value)
    }
}

impl<T: ?Sized + fmt::Debug> fmt::Debug for RwLock<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // The value is read under the lock, which the detector must know of.
        tsan::acquire(&self.keys.written);
        self.inner.fmt(f)
    }
}

impl<T: ?Sized + fmt::Debug> fmt::Debug for RwLockReadGuard<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        (**self).fmt(f)
    }
}

impl<T: ?Sized + fmt::Debug> fmt::Debug for RwLockWriteGuard<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        (**self).fmt(f)
    }
}

impl<T: ?Sized + fmt::Display> fmt::Display for RwLockReadGuard<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        (**self).fmt(f)
    }
}

impl<T: ?Sized + fmt::Display> fmt::Display for RwLockWriteGuard<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        (**self).fmt(f)
    }
}
