//! A queue with room for so many.

use std::collections::VecDeque;
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};

/// A queue that holds at most a certain number of items: `put` waits while it
/// is full, `take` waits while it is empty.
///
/// It does what a buffered channel of Go's does with `c <- item` and `<-c`,
/// and with `len(c)` and `cap(c)`. It cannot be closed: nobody is told that no
/// more items will come.
///
/// Items are taken in the order in which they were put. Which of several
/// waiting threads gets the next turn is left open. (Go's runtime serves those
/// that wait at a channel in the order in which they came.)
///
/// Everything that a thread did before it put an item is visible to the thread
/// that has taken it.
///
/// # Sharing
///
/// All methods take `&self`: scoped threads borrow the buffer, others share it
/// in an `Arc`, and a `static` needs neither.
///
/// # Example
///
/// ```
/// use listings::Buffer;
/// use std::thread;
///
/// let shelf = Buffer::new(1);
/// thread::scope(|s| {
///     s.spawn(|| {
///         shelf.put("Emma");
///         shelf.put("Persuasion"); // waits until there is room
///     });
///     assert_eq!(shelf.take(), "Emma");
///     assert_eq!(shelf.take(), "Persuasion");
/// });
/// ```
// ANCHOR: type
#[derive(Debug)]
pub struct Buffer<T> {
    room: usize,
    items: Mutex<VecDeque<T>>,
    /// Rung when an item has been taken: those who want to put wait for it.
    not_full: Condvar,
    /// Rung when an item has been put: those who want to take wait for it.
    not_empty: Condvar,
}
// ANCHOR_END: type

impl<T> Buffer<T> {
    /// An empty buffer with room for `room` items: Go's `make(chan T, room)`.
    ///
    /// # Panics
    ///
    /// When `room` is 0. (In Go that makes an unbuffered channel, at which the
    /// sender meets the receiver. A buffer has no such meeting.)
    #[track_caller]
    pub const fn new(room: usize) -> Self {
        assert!(room > 0, "a buffer needs room for at least one item");
        Self {
            room,
            items: Mutex::new(VecDeque::new()),
            not_full: Condvar::new(),
            not_empty: Condvar::new(),
        }
    }

    // ANCHOR: put
    /// Puts an item at the end of the queue, and waits until there is room.
    pub fn put(&self, item: T) {
        let mut items = self.lock();
        while items.len() == self.room {
            items = wait(&self.not_full, items);
        }
        items.push_back(item);
        self.not_empty.notify_one();
    }
    // ANCHOR_END: put

    // ANCHOR: take
    /// Takes the item at the front of the queue, and waits until there is one.
    pub fn take(&self) -> T {
        let mut items = self.lock();
        loop {
            if let Some(item) = items.pop_front() {
                self.not_full.notify_one();
                return item;
            }
            items = wait(&self.not_empty, items);
        }
    }
    // ANCHOR_END: take

    /// Puts an item if there is room, and does not wait.
    ///
    /// # Errors
    ///
    /// Gives the item back if the buffer is full.
    pub fn try_put(&self, item: T) -> Result<(), T> {
        let mut items = self.lock();
        if items.len() == self.room {
            return Err(item);
        }
        items.push_back(item);
        self.not_empty.notify_one();
        Ok(())
    }

    /// Takes an item if there is one, and does not wait.
    pub fn try_take(&self) -> Option<T> {
        let item = self.lock().pop_front()?;
        self.not_full.notify_one();
        Some(item)
    }

    /// How many items are in the buffer: Go's `len(c)`.
    ///
    /// The answer may be out of date before you read it.
    pub fn len(&self) -> usize {
        self.lock().len()
    }

    /// Whether there is no item. The answer may be out of date, too.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// For how many items there is room: Go's `cap(c)`.
    pub const fn room(&self) -> usize {
        self.room
    }

    /// The items. No code of the caller's changes them under the lock, so nobody
    /// can leave them half changed, and poisoning is ignored.
    fn lock(&self) -> MutexGuard<'_, VecDeque<T>> {
        self.items.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Unlocks, waits for the bell, and locks again.
fn wait<'a, T>(bell: &Condvar, guard: MutexGuard<'a, T>) -> MutexGuard<'a, T> {
    bell.wait(guard).unwrap_or_else(PoisonError::into_inner)
}
