use interleave::introspect;
use interleave::{Fingerprint, Region, World, current};
use std::cell::UnsafeCell;

/// What a lock guards, as the explorer sees it: part of the lock's state.
pub struct Guarded {
    /// Of the value itself where it is known what it holds, else of the history that made it.
    contents: Fingerprint,
    shown: Option<String>,
    /// Reads the value while a thread may be changing it.
    look: Option<Box<dyn Fn() -> Option<String>>>,
}

impl Guarded {
    /// A value at the moment when its lock is first used.
    pub fn new<T: ?Sized>(world: &World, value: &T) -> Guarded {
        Guarded {
            contents: current::contents(value).unwrap_or_else(|| world.history()),
            shown: introspect::text(value),
            look: None,
        }
    }

    /// The fingerprint of what is guarded, up to date while nobody changes it.
    pub fn contents(&self) -> Fingerprint {
        self.contents
    }

    /// A thread begins to use the value, and may change it until [`Guarded::close`].
    ///
    /// # Safety
    ///
    /// The value must live until then.
    pub unsafe fn open<T: ?Sized>(&mut self, value: *const T) {
        // A thread that has the lock for itself alone (`get_mut`) may have changed the value.
        // SAFETY: as the caller promises.
        if let Some(contents) = current::contents(unsafe { &*value }) {
            self.contents = contents;
        }
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
        self.contents = current::contents(value).unwrap_or(history);
        self.shown = introspect::text(value);
        self.look = None;
    }

    /// The thread changes the value in a way that cannot be seen (`get_mut`).
    pub fn touch(&mut self, history: Fingerprint) {
        self.contents = self.contents.then(history);
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
