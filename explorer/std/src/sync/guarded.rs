use interleave::introspect;
use interleave::{Fingerprint, Region, World, current};
use std::cell::UnsafeCell;

/// What a lock guards, as the explorer sees it: part of the lock's state.
pub struct Guarded {
    /// Of the value itself where it is known what it holds, else of the history that made it.
    contents: Fingerprint,
    /// Whether it is known what the value holds.
    is_known: bool,
    /// Whether dropping the value can run code of the program.
    needs_drop: bool,
    /// Whether a thread that has the lock to itself may have changed the value since.
    lent: bool,
    shown: Option<String>,
    /// Reads the value while a thread may be changing it.
    look: Option<Box<dyn Fn() -> Option<String>>>,
}

impl Guarded {
    /// A value at the moment when its lock is first used.
    pub fn new<T: ?Sized>(world: &World, value: &T) -> Guarded {
        let known = current::contents(value);
        Guarded {
            contents: known.unwrap_or_else(|| world.history()),
            is_known: known.is_some(),
            needs_drop: std::mem::needs_drop::<T>(),
            lent: false,
            shown: introspect::text(value),
            look: None,
        }
    }

    /// The fingerprint of what is guarded, up to date while nobody changes it.
    pub fn contents(&self) -> Fingerprint {
        self.contents
    }

    /// Whether code of the program may run when the value is dropped.
    pub fn has_destructor(&self) -> bool {
        self.needs_drop && !self.is_known
    }

    /// A thread begins to use the value, and may change it until [`Guarded::close`].
    ///
    /// # Safety
    ///
    /// The value must live until then.
    pub unsafe fn open<T: ?Sized>(&mut self, value: *const T) {
        // SAFETY: as the caller promises; it is called in the scheduler, while all threads are
        // suspended.
        let look: Box<dyn Fn() -> Option<String> + '_> =
            Box::new(move || introspect::text(unsafe { &*value }));
        // SAFETY: only the lifetime is changed; `close` drops it before the value is gone.
        self.look = Some(unsafe {
            std::mem::transmute::<
                Box<dyn Fn() -> Option<String> + '_>,
                Box<dyn Fn() -> Option<String>>,
            >(look)
        });
    }

    /// The thread is done with the value.
    pub fn close<T: ?Sized>(&mut self, history: Fingerprint, value: &T) {
        let known = current::contents(value);
        self.contents = known.unwrap_or(history);
        self.is_known = known.is_some();
        self.needs_drop = std::mem::needs_drop::<T>();
        self.shown = introspect::text(value);
        self.look = None;
    }

    /// A thread that has the lock to itself may change the value from now on without a step.
    pub fn lend(&mut self, history: Fingerprint) {
        self.contents = self.contents.then(history);
        self.lent = true;
    }

    /// Whether the value was lent and not looked at since.
    pub fn is_lent(&self) -> bool {
        self.lent
    }

    /// The lock is used again after the value was lent.
    ///
    /// Where it is not known what the value holds, its fingerprint stays that of the moment when it
    /// was lent. That is enough: who uses the lock now has got it from the thread to which the
    /// value was lent, so what that one did to it is in the histories of all who can use it.
    pub fn settle<T: ?Sized>(&mut self, value: &T) {
        let known = current::contents(value);
        self.contents = known.unwrap_or(self.contents);
        self.is_known = known.is_some();
        self.needs_drop = std::mem::needs_drop::<T>();
        self.shown = introspect::text(value);
        self.lent = false;
    }

    /// The value as a reader sees it.
    pub fn show(&self) -> String {
        let text = match &self.look {
            Some(look) => look(),
            None => self.shown.clone(),
        };
        text.unwrap_or_else(|| "_".to_owned())
    }
}

/// The bytes of the value in a cell, for a lock that lies in a `static`.
pub fn region<T: ?Sized>(cell: &UnsafeCell<T>) -> Region {
    let value = cell.get();
    // SAFETY: the size is read from the pointer's metadata, not from the value.
    (value.cast(), size_of_val(unsafe { &*value }))
}
