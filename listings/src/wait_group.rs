//! A counter that threads can wait on.

use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread::{self, JoinHandle};

/// Waits for a number of tasks to be done, as Go's `sync.WaitGroup` does.
///
/// The group is a counter. [`add`](Self::add) raises it by the number of tasks
/// that will be started, each task calls [`done`](Self::done) at its end, and
/// [`wait`](Self::wait) blocks until the counter is zero. A new group counts
/// zero and is ready to be used, and a group may be used again once its tasks
/// are done.
///
/// Everything that a thread did before its `done` is visible to a thread whose
/// `wait` returned because of it.
///
/// # Sharing
///
/// All methods take `&self`, so scoped threads can borrow a group. For other
/// threads, clone it: a clone is one more handle to the *same* counter and
/// costs one reference count. (A copied `sync.WaitGroup` is a second counter,
/// which is why `go vet` warns of the copy.)
///
/// # Example
///
/// ```
/// use listings::WaitGroup;
/// use std::thread;
///
/// let wg = WaitGroup::new();
/// wg.add(2);
/// for _ in 0..2 {
///     let wg = wg.clone();
///     thread::spawn(move || {
///         // … some work …
///         wg.done();
///     });
/// }
/// wg.wait();
/// assert_eq!(wg.remaining(), 0);
/// ```
// ANCHOR: type
#[derive(Clone, Debug, Default)]
pub struct WaitGroup {
    shared: Arc<Shared>,
}

#[derive(Debug, Default)]
struct Shared {
    state: Mutex<State>,
    zero: Condvar,
}

#[derive(Debug, Default)]
struct State {
    /// Tasks that were added and are not yet done.
    remaining: u64,
    /// How often the counter has come back to zero. A waiter waits for the
    /// round in which it arrived, so a task that is added for the next round
    /// before the waiter has woken up does not send it back to sleep.
    round: u64,
}
// ANCHOR_END: type

impl WaitGroup {
    /// A group that counts zero.
    pub fn new() -> Self {
        Self::default()
    }

    // ANCHOR: add
    /// Adds `delta`, which may be negative, to the counter.
    ///
    /// Call it *before* the task is started that will call `done`. If the task
    /// itself calls `add`, a `wait` that runs before it finds the counter at
    /// zero and returns.
    ///
    /// # Panics
    ///
    /// When the counter would fall below zero (or rise above `u64::MAX`). The
    /// counter then keeps its value. In Go this panic ends the program; here,
    /// like every panic, it ends the thread.
    #[track_caller]
    pub fn add(&self, delta: i64) {
        let mut state = self.lock();
        let Some(remaining) = state.remaining.checked_add_signed(delta) else {
            // The lock is released first: this panic tells of a wrong call,
            // not of a state that other threads have to fear.
            drop(state);
            panic!("{}", out_of_range(delta));
        };
        let was_counting = state.remaining > 0;
        state.remaining = remaining;
        if was_counting && remaining == 0 {
            state.round += 1;
            self.shared.zero.notify_all();
        }
    }
    // ANCHOR_END: add

    /// Takes one off the counter: one task is done.
    ///
    /// # Panics
    ///
    /// When the counter is zero already, see [`add`](Self::add).
    #[track_caller]
    pub fn done(&self) {
        self.add(-1);
    }

    // ANCHOR: wait
    /// Blocks until the counter is zero.
    ///
    /// Returns at once if it is zero already, which is the case for a group to
    /// which nothing was added *yet*.
    pub fn wait(&self) {
        let state = self.lock();
        if state.remaining == 0 {
            return;
        }
        let arrived_in = state.round;
        let _state = self
            .shared
            .zero
            .wait_while(state, |state| state.round == arrived_in)
            .unwrap_or_else(PoisonError::into_inner);
    }
    // ANCHOR_END: wait

    /// The number of tasks that are not yet done.
    ///
    /// The answer may be out of date before you read it. It is good for a
    /// progress display, and wrong in a condition: use [`wait`](Self::wait).
    pub fn remaining(&self) -> u64 {
        self.lock().remaining
    }

    // ANCHOR: task
    /// Adds one, and returns a guard that calls [`done`](Self::done) when it is
    /// dropped: at the end of the task, at an early `return`, or when the task
    /// panics. It does the work of Go's `defer wg.Done()`.
    ///
    /// ```
    /// # use listings::WaitGroup;
    /// let wg = WaitGroup::new();
    /// let task = wg.task();
    /// assert_eq!(wg.remaining(), 1);
    /// drop(task);
    /// assert_eq!(wg.remaining(), 0);
    /// ```
    #[must_use = "the task is done as soon as its guard is dropped"]
    pub fn task(&self) -> Done {
        self.add(1);
        Done { wg: self.clone() }
    }
    // ANCHOR_END: task

    // ANCHOR: go
    /// Runs `task` in a new thread and counts it: Go's `wg.Go(task)`.
    ///
    /// The counter is raised before the thread starts, and lowered when `task`
    /// returns or panics.
    ///
    /// # Panics
    ///
    /// When the operating system refuses to start a thread. The task then does
    /// not count.
    pub fn go<F, T>(&self, task: F) -> JoinHandle<T>
    where
        F: FnOnce() -> T + Send + 'static,
        T: Send + 'static,
    {
        let done = self.task();
        thread::spawn(move || {
            let _done = done;
            task()
        })
    }
    // ANCHOR_END: go

    /// The state. A thread that panicked while it held the lock cannot have
    /// left it half changed, so poisoning is ignored.
    fn lock(&self) -> MutexGuard<'_, State> {
        self.shared
            .state
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
    }
}

fn out_of_range(delta: i64) -> &'static str {
    if delta < 0 {
        "negative WaitGroup counter"
    } else {
        "WaitGroup counter overflow"
    }
}

// ANCHOR: done
/// One task of a [`WaitGroup`]: dropping it is calling [`done`](WaitGroup::done).
///
/// Made by [`WaitGroup::task`].
#[derive(Debug)]
pub struct Done {
    wg: WaitGroup,
}

impl Drop for Done {
    fn drop(&mut self) {
        self.wg.done();
    }
}
// ANCHOR_END: done
