//! As `std::sync::atomic`.

pub use ::std::sync::atomic::{Ordering, compiler_fence};

use interleave::{
    Choice, Fingerprint, Fingerprinter, Identity, Memory, Object, ObjectId, Readiness, Seen, Site,
    ThreadId, Timeline, Update, What, World, perform, perform_now,
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
    /// Whether it is a number, not an address, which differs from run to run.
    const IS_NUMBER: bool = true;

    fn raw(self) -> u64;
    fn from_raw(raw: u64) -> Self;

    /// The value as a number, unless it differs from run to run.
    fn bits(self) -> Option<u64> {
        let raw = self.raw();
        (Self::IS_NUMBER || raw == 0).then_some(raw)
    }

    fn show(self) -> String;
}

/// Who accesses which atomic, and how.
#[derive(Clone, Copy)]
struct Access {
    id: ObjectId,
    me: ThreadId,
    ordering: Ordering,
}

/// An atomic of any type.
struct Atomic<T> {
    identity: Identity,
    value: UnsafeCell<T>,
}

// SAFETY: the scheduler lets one thread at a time touch the value.
unsafe impl<T: Word> Sync for Atomic<T> {}
// SAFETY: as above; std's `AtomicPtr` can be sent as well, whatever it points to.
unsafe impl<T: Word> Send for Atomic<T> {}

struct State {
    kind: &'static str,
    /// Whether its values are numbers, not addresses, which differ from run to run.
    is_number: bool,
    /// Its own number, for its timeline.
    id: Option<ObjectId>,
    /// Of the value, or where it differs from run to run, of the history that has written it.
    contents: Fingerprint,
    shown: String,
    /// All values that it has had, if memory is weak.
    timeline: Option<Timeline<u64>>,
    /// Whether a thread that has the atomic to itself may have changed the value since.
    lent: bool,
}

impl Object for State {
    fn kind(&self) -> &'static str {
        self.kind
    }

    fn fingerprint(&self, world: &World, into: &mut Fingerprinter) {
        into.fingerprint(self.contents);
        if let (Some(timeline), Some(id)) = (&self.timeline, self.id) {
            // Which address it was is known by who has written it: it is in the histories.
            let known = |raw: u64| {
                if self.is_number || raw == 0 {
                    raw
                } else {
                    u64::MAX
                }
            };
            timeline.fingerprint(world, id, into, known);
        }
    }

    fn show(&self, _world: &World) -> String {
        self.shown.clone()
    }

    fn is_atomic(&self) -> bool {
        true
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

    fn running_object(&self) -> Option<ObjectId> {
        interleave::with_world(|world| {
            let region = (self.value.get().cast_const().cast(), size_of::<T>());
            let id = self.identity.object(world, region, |world| State {
                kind: T::KIND,
                is_number: T::IS_NUMBER,
                id: None,
                contents: contents(world, self.now()),
                shown: self.now().show(),
                timeline: (world.model().memory == Memory::Weak)
                    .then(|| Timeline::new(self.now().raw())),
                lent: false,
            });
            if world.object::<State>(id).lent {
                self.settle(world, id);
            }
            id
        })
    }

    /// What a thread learns that has the atomic to itself.
    fn learn(&self) -> Option<ObjectId> {
        let learn = |world: &mut World| {
            let id = self.identity.known(world)?;
            let contents = world.object::<State>(id).contents;
            world.learn(id, Seen::fingerprint(contents));
            Some(id)
        };
        interleave::with_world(learn).flatten()
    }

    /// Gives the value to a thread that has the atomic to itself and may change it without a step.
    fn lend(&self) {
        let Some(id) = self.learn() else { return };
        interleave::with_world(|world| {
            let history = world.history();
            let state = world.object_mut::<State>(id);
            state.contents = state.contents.then(history);
            state.lent = true;
            if let Some(timeline) = &state.timeline {
                // Whatever it writes is a new value, which it has seen; so have all who can use
                // the atomic later, since they have got it from this thread.
                let (_, newest) = timeline.sight(0);
                let attached = world.store_of_owner(id, &newest);
                if let Some(timeline) = &mut world.object_mut::<State>(id).timeline {
                    timeline.push(self.now().raw(), attached);
                }
            }
        });
    }

    /// The atomic is used again after its value was lent.
    fn settle(&self, world: &mut World, id: ObjectId) {
        let value = self.now();
        let known = value.bits().map(|_| contents(world, value));
        let state = world.object_mut::<State>(id);
        // An address stays what it was when it was lent: see `Guarded::settle`.
        state.contents = known.unwrap_or(state.contents);
        state.shown = value.show();
        state.lent = false;
        if let Some(timeline) = &mut state.timeline {
            timeline.correct(value.raw());
        }
    }

    /// The effect of reading the value that is `back` steps before the newest.
    fn read(&self, world: &mut World, at: Access, back: u32) -> (T, Seen) {
        let state = world.object::<State>(at.id);
        let contents = state.contents;
        let (value, sight) = match &state.timeline {
            Some(timeline) => {
                let (raw, sight) = timeline.sight(back);
                (T::from_raw(raw), Some(sight))
            }
            None => (self.now(), None),
        };
        if let Some(sight) = sight {
            world.load(at.me, at.id, &sight, at.ordering);
        }
        world.order_load(at.me, at.id, back, at.ordering);
        let seen = match value.bits() {
            Some(bits) => Seen::number(bits),
            None => Seen::fingerprint(contents).and(Seen::number(back.into())),
        };
        (value, seen)
    }

    /// The effect of writing.
    fn write(&self, world: &mut World, at: Access, value: T, is_update: bool) {
        let update = match is_update {
            false => Update::No,
            true if value == self.now() => Update::Same,
            true => Update::Other,
        };
        // SAFETY: only the scheduler runs.
        unsafe { *self.value.get() = value };
        world.order_store(at.me, at.id, is_update, at.ordering);
        let contents = contents(world, value);
        let state = world.object_mut::<State>(at.id);
        state.id = Some(at.id);
        state.contents = contents;
        state.shown = value.show();
        let Some(timeline) = &state.timeline else {
            return;
        };
        let (_, newest) = timeline.sight(0);
        let attached = world.store(at.me, at.id, &newest, update, at.ordering);
        if let Some(timeline) = &mut world.object_mut::<State>(at.id).timeline {
            timeline.push(value.raw(), attached);
        }
    }

    fn load(&self, ordering: Ordering, site: Site) -> T {
        let Some(id) = self.running_object() else {
            return self.now();
        };
        let detail = |_: &World| suffix(ordering).trim_start().to_owned();
        perform(
            What::new("load").on(id).at(site).with(&detail),
            |world, me| {
                let timeline = &world.object::<State>(id).timeline;
                let visible = |all: &Timeline<u64>| all.visible(world, me, id, ordering);
                Readiness::Ready(timeline.as_ref().map_or(1, visible))
            },
            |world, me, choice| {
                let Choice::Way(back) = choice else {
                    unreachable!("a load cannot wait")
                };
                let (value, seen) = self.read(world, Access { id, me, ordering }, back);
                world.tell(|_| match back {
                    0 => value.show(),
                    _ => format!("{} (older than {})", value.show(), self.now().show()),
                });
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
            |world, me| {
                self.write(world, Access { id, me, ordering }, value, false);
                (Seen::nothing(), ())
            },
        );
    }

    /// Reads the newest value, and writes what `change` makes of it, in one step. If that is
    /// nothing, it is a load by the second ordering.
    fn update(
        &self,
        verb: &'static str,
        detail: &dyn Fn() -> String,
        (success, failure): (Ordering, Ordering),
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
        let detail = |_: &World| format!("{}{}", detail(), suffix(success));
        perform_now(
            What::new(verb).on(id).at(site).with(&detail),
            |world, me| {
                let new = change(self.now());
                let ordering = if new.is_some() { success } else { failure };
                let access = Access { id, me, ordering };
                let (old, seen) = self.read(world, access, 0);
                let seen = seen.and(Seen::number(new.is_some().into()));
                match new {
                    Some(new) => {
                        self.write(world, access, new, true);
                        world.tell(|_| old.show());
                        (seen, Ok(old))
                    }
                    None => {
                        world.tell(|_| format!("fails, it is {}", old.show()));
                        (seen, Err(old))
                    }
                }
            },
        )
    }

    /// May fail for no reason, if that is asked for.
    fn compare_exchange_weak(
        &self,
        pair: (T, T),
        (success, failure): (Ordering, Ordering),
        site: Site,
    ) -> Result<T, T> {
        let verb = "compare_exchange_weak";
        let asked_for = interleave::with_world(|world| world.model().spurious_wakeups);
        let Some(id) = self.running_object().filter(|_| asked_for == Some(true)) else {
            return self.compare_exchange(verb, pair, (success, failure), site);
        };
        let (current, new) = pair;
        let detail = |_: &World| format!("{} → {}{}", current.show(), new.show(), suffix(success));
        perform(
            What::new(verb).on(id).at(site).with(&detail),
            |_, _| Readiness::Ready(if self.now() == current { 2 } else { 1 }),
            |world, me, choice| {
                let succeeds = self.now() == current && choice == Choice::Way(0);
                let ordering = if succeeds { success } else { failure };
                let access = Access { id, me, ordering };
                let (old, seen) = self.read(world, access, 0);
                let seen = seen.and(Seen::number(succeeds.into()));
                if !succeeds {
                    world.tell(|_| match old == current {
                        true => "fails for no reason".to_owned(),
                        false => format!("fails, it is {}", old.show()),
                    });
                    return (seen, Err(old));
                }
                self.write(world, access, new, true);
                world.tell(|_| old.show());
                (seen, Ok(old))
            },
        )
    }

    fn compare_exchange(
        &self,
        verb: &'static str,
        (current, new): (T, T),
        orderings: (Ordering, Ordering),
        site: Site,
    ) -> Result<T, T> {
        let detail = || format!("{} → {}", current.show(), new.show());
        self.update(verb, &detail, orderings, site, |old| {
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
        perform_now(What::new("fence").at(site).with(&detail), |world, me| {
            if world.model().memory == Memory::Weak {
                world.fence(me, ordering);
            }
            world.order_fence(me, ordering);
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
                    "swap", &|| value.show(), (ordering, ordering), Location::caller(), |_| Some(value),
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
                &self, current: $type, new: $type, success: Ordering, failure: Ordering,
            ) -> Result<$type, $type> {
                let site = Location::caller();
                self.0.compare_exchange("compare_exchange", (current, new), (success, failure), site)
            }

            /// The same, but it may fail without a reason; here only if that is asked for, as are
            /// waits that end without a notification.
            ///
            /// # Errors
            ///
            /// What is there, if it is something else.
            #[track_caller]
            pub fn compare_exchange_weak(
                &self, current: $type, new: $type, success: Ordering, failure: Ordering,
            ) -> Result<$type, $type> {
                let site = Location::caller();
                self.0.compare_exchange_weak((current, new), (success, failure), site)
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

            /// The same, under its newer name.
            ///
            /// # Errors
            ///
            /// What is there, if `change` gives up.
            #[track_caller]
            pub fn try_update(
                &self, success: Ordering, failure: Ordering,
                change: impl FnMut($type) -> Option<$type>,
            ) -> Result<$type, $type> {
                self.fetch_update(success, failure, change)
            }

            /// The same with a change that never gives up. Returns what was there.
            #[track_caller]
            pub fn update(
                &self, success: Ordering, failure: Ordering,
                mut change: impl FnMut($type) -> $type,
            ) -> $type {
                let (Ok(old) | Err(old)) =
                    self.fetch_update(success, failure, |old| Some(change(old)));
                old
            }

            /// The value: nobody else has the atomic.
            pub fn get_mut(&mut self) -> &mut $type {
                self.0.lend();
                self.0.value.get_mut()
            }

            /// The value, taking the atomic apart.
            pub fn into_inner(self) -> $type {
                self.0.learn();
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

                fn raw(self) -> u64 {
                    self as u64
                }

                fn from_raw(raw: u64) -> Self {
                    raw as $type
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
                stringify!($operation), &|| $by.show(), (ordering, ordering), Location::caller(),
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

    fn raw(self) -> u64 {
        self.into()
    }

    fn from_raw(raw: u64) -> Self {
        raw != 0
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

    const IS_NUMBER: bool = false;

    fn raw(self) -> u64 {
        self.expose_provenance() as u64
    }

    fn from_raw(raw: u64) -> Self {
        std::ptr::with_exposed_provenance_mut(raw as usize)
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
