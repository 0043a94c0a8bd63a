//! A lock that is nothing but an atomic and a loop.

use std::cell::UnsafeCell;
use std::fmt;
use std::hint;
use std::ops::{Deref, DerefMut};
use std::sync::atomic::{AtomicBool, Ordering};

/// A mutex whose waiting threads do not sleep: they look again and again.
///
/// It is here to be read, not to be used. A thread that waits keeps its core
/// busy for nothing, and if the thread that has the lock is not running at the
/// moment, it waits for as long as the operating system leaves that thread
/// aside. `std::sync::Mutex` spins for a short while too, and then sleeps.
///
/// Go has no counterpart: its `sync.Mutex` spins for a moment where that makes
/// sense, and then puts the goroutine aside.
///
/// It is neither fair nor reentrant: a thread that locks it twice waits for
/// ever. It is not poisoned by a panic.
///
/// # Example
///
/// ```
/// use listings::SpinLock;
/// use std::thread;
///
/// let loans = SpinLock::new(0);
/// thread::scope(|s| {
///     for _ in 0..2 {
///         s.spawn(|| *loans.lock() += 1);
///     }
/// });
/// assert_eq!(loans.into_inner(), 2);
/// ```
// ANCHOR: type
pub struct SpinLock<T> {
    locked: AtomicBool,
    value: UnsafeCell<T>,
}

// SAFETY: threads reach the value through a guard only, and there is at most
// one guard at a time. So the value goes from thread to thread, which `T: Send`
// permits; never do two threads have it at once, so `T: Sync` is not needed.
unsafe impl<T: Send> Sync for SpinLock<T> {}
// ANCHOR_END: type

impl<T> SpinLock<T> {
    /// An unlocked lock around `value`.
    pub const fn new(value: T) -> Self {
        Self {
            locked: AtomicBool::new(false),
            value: UnsafeCell::new(value),
        }
    }

    // ANCHOR: lock
    /// Waits until the lock is free, and takes it. It is released when the
    /// returned guard is dropped.
    #[must_use = "the lock is released as soon as its guard is dropped"]
    pub fn lock(&self) -> SpinGuard<'_, T> {
        // Acquire: what the last holder did happened before what we do now.
        while self.locked.swap(true, Ordering::Acquire) {
            // Only look, until it seems to be free: a swap would take the cache
            // line away from the holder each time.
            while self.locked.load(Ordering::Relaxed) {
                hint::spin_loop();
            }
        }
        SpinGuard { lock: self }
    }
    // ANCHOR_END: lock

    /// Takes the lock if it is free, and does not wait.
    #[must_use = "the lock is released as soon as its guard is dropped"]
    pub fn try_lock(&self) -> Option<SpinGuard<'_, T>> {
        let was_locked = self.locked.swap(true, Ordering::Acquire);
        (!was_locked).then(|| SpinGuard { lock: self })
    }

    /// The value: nobody else has the lock any more.
    pub fn into_inner(self) -> T {
        self.value.into_inner()
    }
}

impl<T: Default> Default for SpinLock<T> {
    fn default() -> Self {
        Self::new(T::default())
    }
}

impl<T> fmt::Debug for SpinLock<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let locked = self.locked.load(Ordering::Relaxed);
        f.debug_struct("SpinLock")
            .field("locked", &locked)
            .finish_non_exhaustive()
    }
}

// ANCHOR: guard
/// The right to use what a [`SpinLock`] guards; dropping it unlocks.
///
/// Made by [`SpinLock::lock`] and [`SpinLock::try_lock`].
///
/// Two threads may share a guard only if they may share what it guards:
///
/// ```compile_fail,E0277
/// # use listings::SpinLock;
/// # use std::cell::Cell;
/// # use std::thread;
/// let lock = SpinLock::new(Cell::new(0));
/// let guard = lock.lock();
/// thread::scope(|s| {
///     s.spawn(|| guard.set(1));
/// });
/// ```
pub struct SpinGuard<'a, T> {
    lock: &'a SpinLock<T>,
}

// SAFETY: shared, a guard gives out `&T` and nothing else, which may be used by
// several threads at once if `T: Sync`. Without this line the compiler would
// ask for `T: Send` alone, since that makes `&SpinLock<T>` shareable.
unsafe impl<T: Sync> Sync for SpinGuard<'_, T> {}
// ANCHOR_END: guard

impl<T> Deref for SpinGuard<'_, T> {
    type Target = T;

    fn deref(&self) -> &T {
        // SAFETY: this guard exists, so this thread has the lock, and no other
        // guard exists. The reference lives no longer than the borrow of it.
        unsafe { &*self.lock.value.get() }
    }
}

impl<T> DerefMut for SpinGuard<'_, T> {
    fn deref_mut(&mut self) -> &mut T {
        // SAFETY: as for `deref`, and `&mut self` rules out other references
        // that were made through this guard.
        unsafe { &mut *self.lock.value.get() }
    }
}

// ANCHOR: drop
impl<T> Drop for SpinGuard<'_, T> {
    fn drop(&mut self) {
        // Release: what we did happened before what the next holder does.
        self.lock.locked.store(false, Ordering::Release);
    }
}
// ANCHOR_END: drop
