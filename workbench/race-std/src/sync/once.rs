use core::cell::UnsafeCell;
use core::fmt;
use core::mem::MaybeUninit;

use real::panic::{RefUnwindSafe, UnwindSafe};
use real::sync as inner;

use super::OnceState;
use crate::tsan;

/// std's `Once`: what was done once has happened before all who find it done.
#[derive(Debug)]
pub struct Once(inner::Once);

#[expect(missing_docs, reason = "they are std's")]
impl Once {
    #[must_use]
    #[expect(clippy::new_without_default, reason = "std's has none either")]
    pub const fn new() -> Self {
        Self(inner::Once::new())
    }

    pub fn call_once<F: FnOnce()>(&self, work: F) {
        self.0.call_once(|| {
            work();
            tsan::release(&self.0);
        });
        tsan::acquire(&self.0);
    }

    pub fn call_once_force<F: FnOnce(&OnceState)>(&self, work: F) {
        self.0.call_once_force(|state| {
            work(state);
            tsan::release(&self.0);
        });
        tsan::acquire(&self.0);
    }

    pub fn is_completed(&self) -> bool {
        let is_completed = self.0.is_completed();
        if is_completed {
            tsan::acquire(&self.0);
        }
        is_completed
    }

    pub fn wait(&self) {
        self.0.wait();
        tsan::acquire(&self.0);
    }

    pub fn wait_force(&self) {
        self.0.wait_force();
        tsan::acquire(&self.0);
    }
}

/// std's `OnceLock`, built anew on [`Once`]: std writes the value where nothing can be said after
/// it.
pub struct OnceLock<T> {
    once: Once,
    value: UnsafeCell<MaybeUninit<T>>,
}

// SAFETY: the value is written once, by the one whom `once` lets in, and is only read after that;
// one thread may make it and another one drop it.
unsafe impl<T: Sync + Send> Sync for OnceLock<T> {}
// SAFETY: it is a value, or none.
unsafe impl<T: Send> Send for OnceLock<T> {}
impl<T: RefUnwindSafe + UnwindSafe> RefUnwindSafe for OnceLock<T> {}
impl<T: UnwindSafe> UnwindSafe for OnceLock<T> {}

#[expect(missing_docs, reason = "they are std's")]
#[expect(clippy::missing_errors_doc, reason = "they are std's")]
impl<T> OnceLock<T> {
    #[must_use]
    pub const fn new() -> Self {
        Self {
            once: Once::new(),
            value: UnsafeCell::new(MaybeUninit::uninit()),
        }
    }

    pub fn get(&self) -> Option<&T> {
        // SAFETY: the value was written before `once` was completed, and nobody writes it again.
        self.once
            .is_completed()
            .then(|| unsafe { (*self.value.get()).assume_init_ref() })
    }

    pub fn get_mut(&mut self) -> Option<&mut T> {
        // SAFETY: as in `get`; and nobody else has it.
        self.once
            .is_completed()
            .then(|| unsafe { self.value.get_mut().assume_init_mut() })
    }

    pub fn wait(&self) -> &T {
        self.once.wait_force();
        self.get().expect("it was completed")
    }

    pub fn set(&self, value: T) -> Result<(), T> {
        let mut value = Some(value);
        self.get_or_init(|| value.take().expect("it is called once"));
        value.map_or(Ok(()), Err)
    }

    pub fn get_or_init<F: FnOnce() -> T>(&self, make: F) -> &T {
        if self.get().is_none() {
            self.once.call_once_force(|_| {
                let value = make();
                // SAFETY: `once` lets one in, and `get` lets nobody look before the end.
                unsafe { (*self.value.get()).write(value) };
            });
        }
        self.get().expect("it was completed")
    }

    pub fn into_inner(mut self) -> Option<T> {
        self.take()
    }

    pub fn take(&mut self) -> Option<T> {
        if !self.once.is_completed() {
            return None;
        }
        self.once = Once::new();
        // SAFETY: the value was written, and from now on counts as not written.
        Some(unsafe { self.value.get_mut().assume_init_read() })
    }
}

impl<T> Drop for OnceLock<T> {
    fn drop(&mut self) {
        drop(self.take());
    }
}

impl<T> Default for OnceLock<T> {
    fn default() -> Self {
        Self::new()
    }
}

impl<T> From<T> for OnceLock<T> {
    fn from(value: T) -> Self {
        let cell = Self::new();
        drop(cell.set(value));
        cell
    }
}

impl<T: Clone> Clone for OnceLock<T> {
    fn clone(&self) -> Self {
        self.get().cloned().map_or_else(Self::new, Self::from)
    }
}

impl<T: PartialEq> PartialEq for OnceLock<T> {
    fn eq(&self, other: &Self) -> bool {
        self.get() == other.get()
    }
}

impl<T: Eq> Eq for OnceLock<T> {}

impl<T: fmt::Debug> fmt::Debug for OnceLock<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut shown = f.debug_tuple("OnceLock");
        match self.get() {
            Some(value) => shown.field(value),
            None => shown.field(&format_args!("<uninit>")),
        };
        shown.finish()
    }
}
