use super::guarded::{Guarded, region};
use interleave::{
    Fingerprinter, Identity, Object, ObjectId, Order, Readiness, Reason, Seen, Site, ThreadId,
    What, World, perform, perform_now,
};
use std::cell::{Cell, UnsafeCell};
use std::fmt;
use std::ops::{Deref, DerefMut};
use std::panic::{Location, RefUnwindSafe, UnwindSafe};

/// As `std::sync::OnceLock`.
pub struct OnceLock<T> {
    identity: Identity,
    value: UnsafeCell<Option<T>>,
}

// SAFETY: as for std's: the value is written once, by the thread that the scheduler lets.
unsafe impl<T: Sync + Send> Sync for OnceLock<T> {}
// SAFETY: as above.
unsafe impl<T: Send> Send for OnceLock<T> {}
impl<T: UnwindSafe> UnwindSafe for OnceLock<T> {}
impl<T: RefUnwindSafe + UnwindSafe> RefUnwindSafe for OnceLock<T> {}

struct State {
    kind: &'static str,
    stage: Stage,
    guarded: Guarded,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Stage {
    Empty,
    Making(ThreadId),
    Made,
    Poisoned,
}

impl Object for State {
    fn kind(&self) -> &'static str {
        self.kind
    }

    fn fingerprint(&self, world: &World, into: &mut Fingerprinter) {
        into.number(match self.stage {
            Stage::Empty => 0,
            Stage::Made => 1,
            Stage::Poisoned => 2,
            Stage::Making(thread) => 3 + u64::from(world.thread_number(thread)),
        });
        into.fingerprint(self.guarded.contents());
    }

    fn show(&self, world: &World) -> String {
        match self.stage {
            Stage::Empty => "empty".to_owned(),
            Stage::Making(thread) => format!("being made by {}", world.thread_name(thread)),
            Stage::Made => self.guarded.show(),
            Stage::Poisoned => "poisoned".to_owned(),
        }
    }

    fn has_destructor(&self) -> bool {
        self.guarded.has_destructor()
    }

    fn order(&self) -> Order {
        match self.stage {
            Stage::Made => Order::Uses,
            _ => Order::Changes,
        }
    }

    fn holders(&self) -> Vec<ThreadId> {
        match self.stage {
            Stage::Making(thread) => vec![thread],
            _ => Vec::new(),
        }
    }
}

/// What a thread finds that wants the value.
enum Turn {
    /// Whether an earlier attempt has panicked.
    Make(bool),
    Take,
    Poisoned,
}

/// Whether an attempt that panics poisons a cell.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Poisons {
    /// Another one may try.
    Never,
    /// Whoever tries again panics as well.
    Yes,
    /// The same, but this one tries all the same.
    Forced,
}

impl<T> OnceLock<T> {
    /// A cell without a value.
    #[track_caller]
    pub const fn new() -> Self {
        OnceLock {
            identity: Identity::new(Location::caller()),
            value: UnsafeCell::new(None),
        }
    }

    fn object(&self, world: &mut World, kind: &'static str) -> ObjectId {
        let id = self.identity.object(world, region(&self.value), |world| {
            // SAFETY: nobody is making the value yet.
            let value = unsafe { &*self.value.get() };
            let stage = if value.is_some() {
                Stage::Made
            } else {
                Stage::Empty
            };
            State {
                kind,
                stage,
                guarded: match value {
                    Some(value) => Guarded::new(world, value),
                    None => Guarded::new(world, &()),
                },
            }
        });
        // SAFETY: if it was lent, it is used again, so nobody has it to itself any more.
        if world.object::<State>(id).guarded.is_lent()
            && let Some(value) = unsafe { (*self.value.get()).as_ref() }
        {
            world.object_mut::<State>(id).guarded.settle(value);
        }
        id
    }

    /// The value, if it has been made.
    #[track_caller]
    pub fn get(&self) -> Option<&T> {
        let site: Site = Location::caller();
        if let Some(id) = interleave::with_world(|world| self.object(world, "OnceLock")) {
            perform(
                What::new("get").on(id).at(site),
                |world, _| match world.object::<State>(id).stage {
                    // It stays as it is from now on.
                    Stage::Made => Readiness::AtOnce,
                    _ => Readiness::Ready(1),
                },
                |world, _, _| {
                    let state = world.object::<State>(id);
                    let (made, contents) = (state.stage == Stage::Made, state.guarded.contents());
                    world.tell(|_| (if made { "Some" } else { "None" }).to_owned());
                    let seen = match made {
                        true => Seen::number(1).and(Seen::fingerprint(contents)),
                        false => Seen::number(0),
                    };
                    (seen, ())
                },
            );
        }
        // SAFETY: it is written once, by one thread, and not read before that has happened.
        unsafe { (*self.value.get()).as_ref() }
    }

    /// The value, made by `make` if nobody has made it before.
    #[track_caller]
    pub fn get_or_init<F: FnOnce() -> T>(&self, make: F) -> &T {
        let site: Site = Location::caller();
        self.init("OnceLock", "get_or_init", site, Poisons::Never, |_| make());
        // SAFETY: the value has been made, and is not written any more.
        unsafe { (*self.value.get()).as_ref() }.expect("the value has been made")
    }

    /// Makes the value, if nobody has made it before. Says whether the value was made by us.
    ///
    /// # Panics
    ///
    /// Panics if the cell is poisoned by an earlier attempt, unless it is forced.
    fn init(
        &self,
        kind: &'static str,
        verb: &'static str,
        site: Site,
        poisons: Poisons,
        make: impl FnOnce(bool) -> T,
    ) -> bool {
        let Some(id) = interleave::with_world(|world| self.object(world, kind)) else {
            // SAFETY: no exploration: nobody else is there.
            let value = unsafe { &mut *self.value.get() };
            let ours = value.is_none();
            if ours {
                *value = Some(make(false));
            }
            return ours;
        };
        let turn = perform(
            What::new(verb).on(id).at(site),
            |world, _| match world.object::<State>(id).stage {
                Stage::Made => Readiness::AtOnce,
                Stage::Making(_) => Readiness::Blocked(Reason::object(world, "is being made", id)),
                Stage::Empty | Stage::Poisoned => Readiness::Ready(1),
            },
            |world, me, _| {
                let state = world.object_mut::<State>(id);
                let poisoned = state.stage == Stage::Poisoned;
                match state.stage {
                    Stage::Empty | Stage::Poisoned if !poisoned || poisons == Poisons::Forced => {
                        state.stage = Stage::Making(me);
                        world.tell(|_| "makes it".to_owned());
                        let seen = Seen::number(0).and(Seen::number(poisoned.into()));
                        (seen, Turn::Make(poisoned))
                    }
                    Stage::Made => {
                        let contents = state.guarded.contents();
                        (Seen::number(1).and(Seen::fingerprint(contents)), Turn::Take)
                    }
                    _ => (Seen::number(2), Turn::Poisoned),
                }
            },
        );
        let poisoned = match turn {
            Turn::Take => return false,
            Turn::Poisoned => panic!("{kind} instance has previously been poisoned"),
            Turn::Make(poisoned) => poisoned,
        };
        let unfinished = Unfinished {
            id,
            site,
            poisons: poisons != Poisons::Never,
        };
        let value = make(poisoned);
        std::mem::forget(unfinished);
        perform_now(What::new("made").on(id).at(site), |world, _| {
            let history = world.history();
            // SAFETY: nobody reads or writes it before the stage says that it is made.
            unsafe { *self.value.get() = Some(value) };
            let state = world.object_mut::<State>(id);
            state.stage = Stage::Made;
            // SAFETY: it is not written any more.
            if let Some(value) = unsafe { (*self.value.get()).as_ref() } {
                state.guarded.close(history, value);
            }
            (Seen::nothing(), ())
        });
        true
    }

    /// The value, waiting until somebody has made it.
    #[track_caller]
    pub fn wait(&self) -> &T {
        self.wait_for_others("OnceLock", true, Location::caller());
        // SAFETY: the value has been made, and is not written any more.
        unsafe { (*self.value.get()).as_ref() }.expect("the value has been made")
    }

    /// Waits until the value is made, also if an attempt has panicked, if that is what `force` says.
    fn wait_for_others(&self, kind: &'static str, force: bool, site: Site) {
        let Some(id) = interleave::with_world(|world| self.object(world, kind)) else {
            interleave::current::cannot("wait for something that is to be made once");
        };
        let verb = if force && kind == "Once" {
            "wait_force"
        } else {
            "wait"
        };
        let made = perform(
            What::new(verb).on(id).at(site),
            |world, _| match world.object::<State>(id).stage {
                Stage::Made => Readiness::AtOnce,
                Stage::Poisoned if !force => Readiness::Ready(1),
                _ => Readiness::Blocked(Reason::object(world, "is not made", id)),
            },
            |world, _, _| {
                let state = world.object::<State>(id);
                let made = state.stage == Stage::Made;
                let contents = Seen::fingerprint(state.guarded.contents());
                (Seen::number(made.into()).and(contents), made)
            },
        );
        assert!(made, "{kind} instance has previously been poisoned");
    }

    /// Gives the cell its value, if nobody did so before.
    ///
    /// # Errors
    ///
    /// The value that was not needed.
    #[track_caller]
    pub fn set(&self, value: T) -> Result<(), T> {
        let site: Site = Location::caller();
        let mut value = Some(value);
        self.init("OnceLock", "set", site, Poisons::Never, |_| {
            value.take().expect("it is made once")
        });
        value.map_or(Ok(()), Err)
    }

    /// The value: nobody else has the cell.
    pub fn get_mut(&mut self) -> Option<&mut T> {
        if let Some(id) = self.learn() {
            interleave::with_world(|world| {
                let history = world.history();
                world.object_mut::<State>(id).guarded.lend(history);
            });
        }
        self.value.get_mut().as_mut()
    }

    /// The value, leaving the cell without one.
    pub fn take(&mut self) -> Option<T> {
        if let Some(id) = self.learn() {
            interleave::with_world(|world| {
                world.object_mut::<State>(id).stage = Stage::Empty;
            });
        }
        self.value.get_mut().take()
    }

    /// The value, taking the cell apart.
    pub fn into_inner(self) -> Option<T> {
        self.learn();
        self.value.into_inner()
    }

    /// What a thread learns that has the cell to itself.
    fn learn(&self) -> Option<ObjectId> {
        let learn = |world: &mut World| {
            let id = self.identity.known(world)?;
            let state = world.object::<State>(id);
            let (stage, contents) = (state.stage, state.guarded.contents());
            let made = Seen::number((stage == Stage::Made).into());
            world.learn(id, made.and(Seen::fingerprint(contents)));
            Some(id)
        };
        interleave::with_world(learn).flatten()
    }
}

/// Undoes the beginning of an initialisation that panics.
struct Unfinished {
    id: ObjectId,
    site: Site,
    poisons: bool,
}

impl Drop for Unfinished {
    fn drop(&mut self) {
        if !interleave::running() {
            return;
        }
        perform_now(
            What::new("give up").on(self.id).at(self.site),
            |world, _| {
                let stage = if self.poisons {
                    Stage::Poisoned
                } else {
                    Stage::Empty
                };
                world.object_mut::<State>(self.id).stage = stage;
                (Seen::nothing(), ())
            },
        );
    }
}

impl<T> Default for OnceLock<T> {
    #[track_caller]
    fn default() -> Self {
        OnceLock::new()
    }
}

impl<T: Clone> Clone for OnceLock<T> {
    #[track_caller]
    fn clone(&self) -> Self {
        match self.get() {
            Some(value) => OnceLock::from(value.clone()),
            None => OnceLock::new(),
        }
    }
}

impl<T: PartialEq> PartialEq for OnceLock<T> {
    #[track_caller]
    fn eq(&self, other: &Self) -> bool {
        self.get() == other.get()
    }
}

impl<T: Eq> Eq for OnceLock<T> {}

impl<T> From<T> for OnceLock<T> {
    #[track_caller]
    fn from(value: T) -> Self {
        OnceLock {
            identity: Identity::new(Location::caller()),
            value: UnsafeCell::new(Some(value)),
        }
    }
}

impl<T: fmt::Debug> fmt::Debug for OnceLock<T> {
    #[track_caller]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut text = f.debug_tuple("OnceLock");
        match self.get() {
            Some(value) => text.field(value),
            None => text.field(&format_args!("<uninit>")),
        };
        text.finish()
    }
}

/// As `std::sync::LazyLock`.
pub struct LazyLock<T, F = fn() -> T> {
    once: OnceLock<T>,
    make: Cell<Option<F>>,
}

// SAFETY: as for std's: the maker is taken once, by the thread that makes the value.
unsafe impl<T: Sync + Send, F: Send> Sync for LazyLock<T, F> {}

impl<T, F: FnOnce() -> T> LazyLock<T, F> {
    /// A value that is made when it is first needed.
    #[track_caller]
    pub const fn new(make: F) -> Self {
        LazyLock {
            once: OnceLock::new(),
            make: Cell::new(Some(make)),
        }
    }

    /// The value, made now if it was not before.
    ///
    /// # Panics
    ///
    /// Panics if an earlier attempt to make it has panicked.
    #[track_caller]
    pub fn force(this: &Self) -> &T {
        let site: Site = Location::caller();
        // One thread in each execution gets here.
        let make = |_| {
            let maker = if std::mem::needs_drop::<F>() {
                // It is used up: whoever looks into the value must not find what it held.
                this.make.take()
            } else {
                // In a static it must be there again in the next execution, so it is copied out.
                // SAFETY: nobody writes it meanwhile, and nothing is freed when the copy is dropped.
                unsafe {
                    (*this.make.as_ptr())
                        .as_ref()
                        .map(|maker| std::ptr::read(maker))
                }
            };
            maker.expect("the maker is there until the value is made")()
        };
        this.once
            .init("LazyLock", "force", site, Poisons::Yes, make);
        // SAFETY: the value has been made, and is not written any more.
        unsafe { (*this.once.value.get()).as_ref() }.expect("the value has been made")
    }
}

impl<T, F: FnOnce() -> T> LazyLock<T, F> {
    /// The value for whoever has the cell to itself, made now if it was not before.
    ///
    /// # Panics
    ///
    /// As for [`LazyLock::force`].
    #[track_caller]
    pub fn force_mut(this: &mut Self) -> &mut T {
        LazyLock::force(this);
        this.once.get_mut().expect("the value has been made")
    }
}

impl<T, F> LazyLock<T, F> {
    /// The value, if it has been made.
    #[track_caller]
    pub fn get(this: &Self) -> Option<&T> {
        this.once.get()
    }

    /// The same for whoever has the cell to itself.
    pub fn get_mut(this: &mut Self) -> Option<&mut T> {
        this.once.get_mut()
    }
}

impl<T, F: FnOnce() -> T> DerefMut for LazyLock<T, F> {
    #[track_caller]
    fn deref_mut(&mut self) -> &mut T {
        LazyLock::force_mut(self)
    }
}

impl<T: Default> Default for LazyLock<T> {
    #[track_caller]
    fn default() -> Self {
        LazyLock::new(T::default)
    }
}

impl<T, F: FnOnce() -> T> Deref for LazyLock<T, F> {
    type Target = T;

    #[track_caller]
    fn deref(&self) -> &T {
        LazyLock::force(self)
    }
}

impl<T, F> Drop for LazyLock<T, F> {
    fn drop(&mut self) {
        if self.once.value.get_mut().is_some() {
            // The maker was used up when the value was made.
            std::mem::forget(self.make.take());
        }
    }
}

impl<T: fmt::Debug, F> fmt::Debug for LazyLock<T, F> {
    #[track_caller]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut text = f.debug_tuple("LazyLock");
        match self.once.get() {
            Some(value) => text.field(value),
            None => text.field(&format_args!("<uninit>")),
        };
        text.finish()
    }
}

/// As `std::sync::Once`.
pub struct Once {
    once: OnceLock<()>,
}

/// As `std::sync::OnceState`.
#[derive(Debug)]
pub struct OnceState {
    poisoned: bool,
}

impl OnceState {
    /// Whether an earlier attempt has panicked.
    pub fn is_poisoned(&self) -> bool {
        self.poisoned
    }
}

impl Once {
    /// Something that has not been done yet.
    #[track_caller]
    #[expect(clippy::new_without_default, reason = "std's has none either")]
    pub const fn new() -> Self {
        Once {
            once: OnceLock::new(),
        }
    }

    /// Does it, if nobody has done it before.
    ///
    /// # Panics
    ///
    /// Panics if an earlier attempt has panicked.
    #[track_caller]
    pub fn call_once<F: FnOnce()>(&self, f: F) {
        let site: Site = Location::caller();
        self.once
            .init("Once", "call_once", site, Poisons::Yes, |_| f());
    }

    /// Does it, if nobody has done it before, also if an earlier attempt has panicked.
    #[track_caller]
    pub fn call_once_force<F: FnOnce(&OnceState)>(&self, f: F) {
        let site: Site = Location::caller();
        let force = |poisoned| f(&OnceState { poisoned });
        self.once
            .init("Once", "call_once_force", site, Poisons::Forced, force);
    }

    /// Waits until it has been done.
    ///
    /// # Panics
    ///
    /// Panics if an attempt has panicked.
    #[track_caller]
    pub fn wait(&self) {
        self.once.wait_for_others("Once", false, Location::caller());
    }

    /// The same, but waits on if an attempt has panicked.
    #[track_caller]
    pub fn wait_force(&self) {
        self.once.wait_for_others("Once", true, Location::caller());
    }

    /// Whether it has been done.
    #[track_caller]
    pub fn is_completed(&self) -> bool {
        self.once.get().is_some()
    }
}

impl fmt::Debug for Once {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Once").finish_non_exhaustive()
    }
}
