//! So many at a time.

use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};

/// Lets at most a certain number of threads be inside at the same time.
///
/// Go's standard library has no semaphore. A buffered channel serves as one:
/// `seats := make(chan struct{}, n)`, with `seats <- struct{}{}` to get in and
/// `<-seats` to leave; `golang.org/x/sync/semaphore` has one whose permits
/// have weights. A semaphore with one permit lets in one at a time, as a mutex
/// does, but it guards no data.
///
/// Which of several waiting threads gets the next permit is left open.
///
/// Everything that a thread did before it gave a permit back is visible to a
/// thread that has been waiting for it.
///
/// # Example
///
/// ```
/// use listings::Semaphore;
///
/// let ladders = Semaphore::new(2);
/// let ann = ladders.acquire();
/// let bob = ladders.acquire();
/// assert!(ladders.try_acquire().is_none());
/// drop(ann);
/// assert!(ladders.try_acquire().is_some());
/// drop(bob);
/// assert_eq!(ladders.available(), 2);
/// ```
// ANCHOR: type
#[derive(Debug)]
pub struct Semaphore {
    available: Mutex<usize>,
    given_back: Condvar,
}
// ANCHOR_END: type

impl Semaphore {
    /// A semaphore with this many permits. With none it lets nobody in.
    pub const fn new(permits: usize) -> Self {
        Self {
            available: Mutex::new(permits),
            given_back: Condvar::new(),
        }
    }

    // ANCHOR: acquire
    /// Waits for a permit and takes it. It is given back when the returned
    /// guard is dropped, also by a panic.
    #[must_use = "the permit is given back as soon as its guard is dropped"]
    pub fn acquire(&self) -> Permit<'_> {
        let mut available = self.lock();
        while *available == 0 {
            available = self
                .given_back
                .wait(available)
                .unwrap_or_else(PoisonError::into_inner);
        }
        *available -= 1;
        Permit { semaphore: self }
    }
    // ANCHOR_END: acquire

    /// Takes a permit if there is one, and does not wait.
    #[must_use = "the permit is given back as soon as its guard is dropped"]
    pub fn try_acquire(&self) -> Option<Permit<'_>> {
        let mut available = self.lock();
        *available = available.checked_sub(1)?;
        Some(Permit { semaphore: self })
    }

    /// How many permits nobody has.
    ///
    /// The answer may be out of date before you read it: to get in if there is
    /// a permit, use [`try_acquire`](Self::try_acquire).
    pub fn available(&self) -> usize {
        *self.lock()
    }

    /// The number of permits. No code that can panic runs under the lock, so
    /// poisoning is ignored.
    fn lock(&self) -> MutexGuard<'_, usize> {
        self.available
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
    }
}

// ANCHOR: permit
/// One permit of a [`Semaphore`], which is given back when this is dropped.
///
/// Made by [`Semaphore::acquire`] and [`Semaphore::try_acquire`].
#[derive(Debug)]
pub struct Permit<'a> {
    semaphore: &'a Semaphore,
}

impl Drop for Permit<'_> {
    fn drop(&mut self) {
        *self.semaphore.lock() += 1;
        self.semaphore.given_back.notify_one();
    }
}
// ANCHOR_END: permit
