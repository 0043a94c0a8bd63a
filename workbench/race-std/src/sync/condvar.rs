use core::time::Duration;

use real::sync as inner;
use real::time::Instant;

use super::{LockResult, MutexGuard, map};

/// std's `Condvar`: the mutex is given up while it waits, and got again.
#[derive(Debug, Default)]
pub struct Condvar(inner::Condvar);

/// Whether the time was up. std's own cannot be made by others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WaitTimeoutResult(bool);

impl WaitTimeoutResult {
    /// Whether the time was up.
    #[must_use]
    pub fn timed_out(&self) -> bool {
        self.0
    }
}

#[expect(missing_docs, reason = "they are std's")]
#[expect(clippy::missing_errors_doc, reason = "they are std's")]
impl Condvar {
    #[must_use]
    pub const fn new() -> Self {
        Self(inner::Condvar::new())
    }

    pub fn notify_one(&self) {
        self.0.notify_one();
    }

    pub fn notify_all(&self) {
        self.0.notify_all();
    }

    pub fn wait<'a, T>(&self, guard: MutexGuard<'a, T>) -> LockResult<MutexGuard<'a, T>> {
        let (lock, woken) = guard.while_unlocked(|guard| self.0.wait(guard));
        map(woken, |guard| MutexGuard::relocked(lock, guard))
    }

    pub fn wait_while<'a, T, F>(
        &self,
        mut guard: MutexGuard<'a, T>,
        mut condition: F,
    ) -> LockResult<MutexGuard<'a, T>>
    where
        F: FnMut(&mut T) -> bool,
    {
        while condition(&mut guard) {
            guard = self.wait(guard)?;
        }
        Ok(guard)
    }

    pub fn wait_timeout<'a, T>(
        &self,
        guard: MutexGuard<'a, T>,
        time: Duration,
    ) -> LockResult<(MutexGuard<'a, T>, WaitTimeoutResult)> {
        let (lock, woken) = guard.while_unlocked(|guard| self.0.wait_timeout(guard, time));
        map(woken, |(guard, result)| {
            let result = WaitTimeoutResult(result.timed_out());
            (MutexGuard::relocked(lock, guard), result)
        })
    }

    pub fn wait_timeout_while<'a, T, F>(
        &self,
        mut guard: MutexGuard<'a, T>,
        time: Duration,
        mut condition: F,
    ) -> LockResult<(MutexGuard<'a, T>, WaitTimeoutResult)>
    where
        F: FnMut(&mut T) -> bool,
    {
        let start = Instant::now();
        loop {
            if !condition(&mut guard) {
                return Ok((guard, WaitTimeoutResult(false)));
            }
            let Some(left) = time.checked_sub(start.elapsed()) else {
                return Ok((guard, WaitTimeoutResult(true)));
            };
            guard = self.wait_timeout(guard, left)?.0;
        }
    }
}
