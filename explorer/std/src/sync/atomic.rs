//! As `std::sync::atomic`.

pub use ::std::sync::atomic::{Ordering, compiler_fence};

use interleave::{
    Fingerprint, Fingerprinter, Identity, Object, ObjectId, Seen, Site, What, World, perform_now,
};
use std::cell::UnsafeCell;
use std::fmt;
use std::panic::Location;

/// What is shown of an ordering: nothing of the strongest one, which needs no explanation.
fn suffix(ordering: Ordering) -> &'static str {
    match ordering {
        Ordering::Relaxed => " (Relaxed)",
        Ordering::Release => " (Release)",
        Ordering::Acquire => " (Acquire)",
        Ordering::AcqRel => " (AcqRel)",
        _ => "",
    }
}

/// A value that fits into an atomic.
trait Word: Copy + PartialEq {
    const KIND: &'static str;

    /// The value as a number, unless it differs from run to run.
    fn bits(self) -> Option<u64>;

    fn show(self) -> String;
}

/// An atomic of any type.
struct Atomic<T> {
    identity: Identity,
    value: UnsafeCell<T>,
}

// SAFETY: the scheduler lets one thread at a time touch the value.
unsafe impl<T: Word> Sync for Atomic<T> {}

struct State {
    kind: &'static str,
    /// Of the value, or where it differs from run to run, of the history that has written it.
    contents: Fingerprint,
    shown: String,
}

impl Object for State {
    fn kind(&self) -> &'static str {
        self.kind
    }

    fn fingerprint(&self, _world: &World, into: &mut Fingerprinter) {
        into.fingerprint(self.contents);
    }

    fn show(&self, _world: &World) -> String {
        self.shown.clone()
    }
}

fn contents<T: Word>(world: &World, value: T) -> Fingerprint {
    match value.bits() {
        Some(bits) => Fingerprint::of(&bits.to_le_bytes()),
        None => world.history(),
    }
}

impl<T: Word> Atomic<T> {
    const fn new(value: T, site: Site) -> Self {
        Atomic {
            identity: Identity::new(site),
            value: UnsafeCell::new(value),
        }
    }

    fn now(&self) -> T {
        // SAFETY: nobody else touches it: one thread, or the scheduler, runs at a time.
        unsafe { *self.value.get() }
    }

    fn object(&self, world: &mut World) -> ObjectId {
        let region = (self.value.get().cast_const().cast(), size_of::<T>());
        self.identity.object(world, region, |world| State {
            kind: T::KIND,
            contents: contents(world, self.now()),
            shown: self.now().show(),
        })
    }

    fn running_object(&self) -> Option<ObjectId> {
        interleave::with_world(|world| self.object(world))
    }

    fn write(&self, world: &mut World, id: ObjectId, value: T) {
        // SAFETY: only the scheduler runs.
        unsafe { *self.value.get() = value };
        let contents = contents(world, value);
        let state = world.object_mut::<State>(id);
        state.contents = contents;
        state.shown = value.show();
    }

    /// What a thread learns that reads the value. (`get_mut` may have changed it unnoticed.)
    fn seen(&self, world: &mut World, id: ObjectId) -> Seen {
        match self.now().bits() {
            Some(bits) => {
                let _ = world.object::<State>(id);
                Seen::number(bits)
            }
            None => Seen::fingerprint(world.object::<State>(id).contents),
        }
    }

    fn load(&self, ordering: Ordering, site: Site) -> T {
        let Some(id) = self.running_object() else {
            return self.now();
        };
        let detail = |_: &World| suffix(ordering).trim_start().to_owned();
        perform_now(
            What::new("load").on(id).at(site).with(&detail),
            |world, _| {
                let value = self.now();
                let seen = self.seen(world, id);
                world.tell(|_| value.show());
                (seen, value)
            },
        )
    }

    fn store(&self, value: T, ordering: Ordering, site: Site) {
        let Some(id) = self.running_object() else {
            // SAFETY: no exploration: nobody else is there.
            unsafe { *self.value.get() = value };
            return;
        };
        let detail = |_: &World| format!("{}{}", value.show(), suffix(ordering));
        perform_now(
            What::new("store").on(id).at(site).with(&detail),
            |world, _| {
                self.write(world, id, value);
                (Seen::nothing(), ())
            },
        );
    }

    /// Reads, and writes what `change` makes of it, in one step.
    fn update(
        &self,
        verb: &'static str,
        detail: &dyn Fn() -> String,
        ordering: Ordering,
        site: Site,
        change: impl FnOnce(T) -> Option<T>,
    ) -> Result<T, T> {
        let Some(id) = self.running_object() else {
            let old = self.now();
            let Some(new) = change(old) else {
                return Err(old);
            };
            // SAFETY: no exploration: nobody else is there.
            unsafe { *self.value.get() = new };
            return Ok(old);
        };
        let detail = |_: &World| format!("{}{}", detail(), suffix(ordering));
        perform_now(What::new(verb).on(id).at(site).with(&detail), |world, _| {
            let old = self.now();
            let new = change(old);
            let seen = self.seen(world, id).and(Seen::number(new.is_some().into()));
            match new {
                Some(new) => {
                    self.write(world, id, new);
                    world.tell(|_| old.show());
                    (seen, Ok(old))
                }
                None => {
                    world.tell(|_| format!("fails, it is {}", old.show()));
                    (seen, Err(old))
                }
            }
        })
    }

    fn compare_exchange(
        &self,
        verb: &'static str,
        (current, new): (T, T),
        success: Ordering,
        site: Site,
    ) -> Result<T, T> {
        let detail = || format!("{} → {}", current.show(), new.show());
        self.update(verb, &detail, success, site, |old| {
            (old == current).then_some(new)
        })
    }
}

/// As `std::sync::atomic::fence`.
#[track_caller]
pub fn fence(ordering: Ordering) {
    let site: Site = Location::caller();
    if interleave::running() {
        let detail = |_: &World| format!("{ordering:?}");
        perform_now(What::new("fence").at(site).with(&detail), |_, _| {
            (Seen::nothing(), ())
        });
    }
}

macro_rules! atomics {
    ($($(#[$attribute:meta])* $name:ident $(<$parameter:ident>)? = $type:ty;)*) => { $(
        $(#[$attribute])*
        #[doc = concat!("As `std::sync::atomic::", stringify!($name), "`.")]
        pub struct $name $(<$parameter>)? (Atomic<$type>);

        impl $(<$parameter>)? $name $(<$parameter>)? {
            /// With this value at first.
            #[track_caller]
            pub const fn new(value: $type) -> Self {
                $name(Atomic::new(value, Location::caller()))
            }

            /// Reads the value.
            #[track_caller]
            pub fn load(&self, ordering: Ordering) -> $type {
                self.0.load(ordering, Location::caller())
            }

            /// Writes the value.
            #[track_caller]
            pub fn store(&self, value: $type, ordering: Ordering) {
                self.0.store(value, ordering, Location::caller());
            }

            /// Writes the value and returns what was there.
            #[track_caller]
            pub fn swap(&self, value: $type, ordering: Ordering) -> $type {
                let (Ok(old) | Err(old)) = self.0.update(
                    "swap", &|| value.show(), ordering, Location::caller(), |_| Some(value),
                );
                old
            }

            /// Writes `new` if `current` is there.
            ///
            /// # Errors
            ///
            /// What is there, if it is something else.
            #[track_caller]
            pub fn compare_exchange(
                &self, current: $type, new: $type, success: Ordering, _failure: Ordering,
            ) -> Result<$type, $type> {
                let site = Location::caller();
                self.0.compare_exchange("compare_exchange", (current, new), success, site)
            }

            /// The same; here it never fails without a reason.
            ///
            /// # Errors
            ///
            /// What is there, if it is something else.
            #[track_caller]
            pub fn compare_exchange_weak(
                &self, current: $type, new: $type, success: Ordering, _failure: Ordering,
            ) -> Result<$type, $type> {
                let site = Location::caller();
                self.0.compare_exchange("compare_exchange_weak", (current, new), success, site)
            }

            /// Writes what `change` makes of the value, again and again until nobody was faster.
            ///
            /// # Errors
            ///
            /// What is there, if `change` gives up.
            #[track_caller]
            pub fn fetch_update<F: FnMut($type) -> Option<$type>>(
                &self, success: Ordering, failure: Ordering, mut change: F,
            ) -> Result<$type, $type> {
                let mut old = self.load(failure);
                while let Some(new) = change(old) {
                    match self.compare_exchange_weak(old, new, success, failure) {
                        Ok(old) => return Ok(old),
                        Err(other) => old = other,
                    }
                }
                Err(old)
            }

            /// The value: nobody else has the atomic.
            pub fn get_mut(&mut self) -> &mut $type {
                self.0.value.get_mut()
            }

            /// The value, taking the atomic apart.
            pub fn into_inner(self) -> $type {
                self.0.value.into_inner()
            }
        }

        impl $(<$parameter>)? fmt::Debug for $name $(<$parameter>)? {
            /// As std's, which reads the value: a step.
            #[track_caller]
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Debug::fmt(&self.load(Ordering::Relaxed), f)
            }
        }

        impl $(<$parameter>)? From<$type> for $name $(<$parameter>)? {
            #[track_caller]
            fn from(value: $type) -> Self {
                $name::new(value)
            }
        }
    )* };
}

macro_rules! integers {
    ($($name:ident $type:ident;)*) => {
        atomics! { $($name = $type;)* }
        $(
            impl Word for $type {
                const KIND: &'static str = stringify!($name);

                fn bits(self) -> Option<u64> {
                    Some(self as u64)
                }

                fn show(self) -> String {
                    self.to_string()
                }
            }

            impl $name {
                integers! { @arithmetic $type
                    fetch_add |old, by| old.wrapping_add(by);
                    fetch_sub |old, by| old.wrapping_sub(by);
                    fetch_and |old, by| old & by;
                    fetch_nand |old, by| !(old & by);
                    fetch_or |old, by| old | by;
                    fetch_xor |old, by| old ^ by;
                    fetch_max |old, by| old.max(by);
                    fetch_min |old, by| old.min(by);
                }
            }

            impl Default for $name {
                #[track_caller]
                fn default() -> Self {
                    $name::new(0)
                }
            }
        )*
    };
    (@arithmetic $type:ident $($operation:ident |$old:ident, $by:ident| $result:expr;)*) => { $(
        /// As std's: changes the value and returns what was there.
        #[track_caller]
        pub fn $operation(&self, $by: $type, ordering: Ordering) -> $type {
            let (Ok(old) | Err(old)) = self.0.update(
                stringify!($operation), &|| $by.show(), ordering, Location::caller(),
                |$old| Some($result),
            );
            old
        }
    )* };
}

integers! {
    AtomicI8 i8;
    AtomicI16 i16;
    AtomicI32 i32;
    AtomicI64 i64;
    AtomicIsize isize;
    AtomicU8 u8;
    AtomicU16 u16;
    AtomicU32 u32;
    AtomicU64 u64;
    AtomicUsize usize;
}

atomics! {
    AtomicBool = bool;
    AtomicPtr<P> = *mut P;
}

impl Word for bool {
    const KIND: &'static str = "AtomicBool";

    fn bits(self) -> Option<u64> {
        Some(self.into())
    }

    fn show(self) -> String {
        self.to_string()
    }
}

impl AtomicBool {
    integers! { @arithmetic bool
        fetch_and |old, by| old & by;
        fetch_nand |old, by| !(old & by);
        fetch_or |old, by| old | by;
        fetch_xor |old, by| old ^ by;
    }

    /// Turns the value round and returns what was there.
    #[track_caller]
    pub fn fetch_not(&self, ordering: Ordering) -> bool {
        self.fetch_xor(true, ordering)
    }
}

impl Default for AtomicBool {
    #[track_caller]
    fn default() -> Self {
        AtomicBool::new(false)
    }
}

impl<P> Word for *mut P {
    const KIND: &'static str = "AtomicPtr";

    fn bits(self) -> Option<u64> {
        self.is_null().then_some(0)
    }

    /// Addresses differ from run to run, so only one is shown.
    fn show(self) -> String {
        (if self.is_null() { "null" } else { "a pointer" }).to_owned()
    }
}

impl<P> Default for AtomicPtr<P> {
    #[track_caller]
    fn default() -> Self {
        AtomicPtr::new(std::ptr::null_mut())
    }
}
