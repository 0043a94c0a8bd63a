use interleave::{
    Fingerprinter, Identity, Object, ObjectId, Order, Readiness, Reason, Seen, Site, ThreadId,
    What, World, perform, perform_now,
};
use std::cell::Cell;
use std::fmt;
use std::panic::Location;

/// As `parking_lot::Once`.
pub struct Once {
    identity: Identity,
    /// For a call outside of any exploration, where there are no other threads.
    outside: Cell<OnceState>,
    completed: bool,
}

// SAFETY: all threads of an explored program run on one thread of the operating system.
unsafe impl Sync for Once {}

/// As `parking_lot::OnceState`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OnceState {
    /// Nobody has begun.
    New,
    /// An attempt has panicked.
    Poisoned,
    /// A thread is doing it.
    InProgress,
    /// It has been done.
    Done,
}

impl OnceState {
    /// Whether an attempt has panicked.
    pub const fn is_poisoned(self) -> bool {
        matches!(self, OnceState::Poisoned)
    }

    /// The same.
    pub const fn poisoned(self) -> bool {
        self.is_poisoned()
    }

    /// Whether it has been done.
    pub const fn is_completed(self) -> bool {
        matches!(self, OnceState::Done)
    }

    /// The same.
    pub const fn done(self) -> bool {
        self.is_completed()
    }
}

/// How far it is, and who is doing it.
struct State {
    stage: OnceState,
    by: Option<ThreadId>,
}

impl Object for State {
    fn kind(&self) -> &'static str {
        "Once"
    }

    fn fingerprint(&self, world: &World, into: &mut Fingerprinter) {
        into.number(self.stage as u64);
        into.optional(self.by.map(|thread| world.thread_number(thread).into()));
    }

    fn show(&self, world: &World) -> String {
        match (self.stage, self.by) {
            (_, Some(thread)) => format!("being done by {}", world.thread_name(thread)),
            (OnceState::New, None) => "not done".to_owned(),
            (OnceState::Poisoned, None) => "poisoned".to_owned(),
            (_, None) => "done".to_owned(),
        }
    }

    fn order(&self) -> Order {
        match self.stage {
            OnceState::Done => Order::Uses,
            _ => Order::Changes,
        }
    }

    fn holders(&self) -> Vec<ThreadId> {
        self.by.into_iter().collect()
    }
}

impl Once {
    /// Something that has not been done yet.
    #[track_caller]
    pub const fn new() -> Once {
        Once {
            identity: Identity::new(Location::caller()),
            outside: Cell::new(OnceState::New),
            completed: false,
        }
    }

    /// Something that has been done already.
    #[track_caller]
    pub const fn new_completed() -> Once {
        Once {
            identity: Identity::new(Location::caller()),
            outside: Cell::new(OnceState::Done),
            completed: true,
        }
    }

    fn running_object(&self) -> Option<ObjectId> {
        interleave::with_world(|world| {
            let stage = if self.completed {
                OnceState::Done
            } else {
                OnceState::New
            };
            self.identity
                .object(world, (std::ptr::null(), 0), |_| State { stage, by: None })
        })
    }

    /// How far it is.
    #[track_caller]
    pub fn state(&self) -> OnceState {
        let site: Site = Location::caller();
        let Some(id) = self.running_object() else {
            return self.outside.get();
        };
        perform(
            What::new("state").on(id).at(site),
            |world, _| match world.object::<State>(id).stage {
                // It stays so.
                OnceState::Done => Readiness::AtOnce,
                _ => Readiness::Ready(1),
            },
            |world, _, _| {
                let stage = world.object::<State>(id).stage;
                world.tell(|_| format!("{stage:?}"));
                (Seen::number(stage as u64), stage)
            },
        )
    }

    /// Whether it has been done.
    #[track_caller]
    pub fn is_completed(&self) -> bool {
        self.state().is_completed()
    }

    /// Does it, if nobody has done it before; waits if somebody is doing it.
    ///
    /// # Panics
    ///
    /// Panics if an earlier attempt has panicked.
    #[track_caller]
    pub fn call_once(&self, f: impl FnOnce()) {
        self.call("call_once", false, Location::caller(), |_| f());
    }

    /// The same, but does it also if an earlier attempt has panicked.
    #[track_caller]
    pub fn call_once_force(&self, f: impl FnOnce(OnceState)) {
        self.call("call_once_force", true, Location::caller(), f);
    }

    /// Waits until it has been done.
    ///
    /// # Panics
    ///
    /// Panics if an attempt has panicked.
    #[track_caller]
    pub fn wait(&self) {
        self.wait_for_others("wait", false, Location::caller());
    }

    /// The same, but waits on if an attempt has panicked.
    #[track_caller]
    pub fn wait_force(&self) {
        self.wait_for_others("wait_force", true, Location::caller());
    }

    fn wait_for_others(&self, verb: &'static str, force: bool, site: Site) {
        let Some(id) = self.running_object() else {
            interleave::current::cannot("wait for something that is to be done once");
        };
        let stage = perform(
            What::new(verb).on(id).at(site),
            |world, _| match world.object::<State>(id).stage {
                OnceState::Done => Readiness::AtOnce,
                OnceState::Poisoned if !force => Readiness::Ready(1),
                _ => Readiness::Blocked(Reason::object(world, "is not done", id)),
            },
            |world, _, _| {
                let stage = world.object::<State>(id).stage;
                (Seen::number(stage as u64), stage)
            },
        );
        assert!(
            stage.is_completed(),
            "Once instance has previously been poisoned"
        );
    }

    fn call(&self, verb: &'static str, force: bool, site: Site, f: impl FnOnce(OnceState)) {
        let Some(id) = self.running_object() else {
            let before = self.outside.replace(OnceState::Done);
            if !before.is_completed() {
                f(before);
            }
            return;
        };
        let before = perform(
            What::new(verb).on(id).at(site),
            |world, _| match world.object::<State>(id).stage {
                OnceState::Done => Readiness::AtOnce,
                OnceState::InProgress => {
                    Readiness::Blocked(Reason::object(world, "is being done", id))
                }
                _ => Readiness::Ready(1),
            },
            |world, me, _| {
                let before = world.object::<State>(id).stage;
                if before == OnceState::New || before == OnceState::Poisoned && force {
                    let state = world.object_mut::<State>(id);
                    *state = State {
                        stage: OnceState::InProgress,
                        by: Some(me),
                    };
                    world.tell(|_| "does it".to_owned());
                }
                (Seen::number(before as u64), before)
            },
        );
        if before.is_completed() {
            return;
        }
        assert!(
            force || !before.is_poisoned(),
            "Once instance has previously been poisoned"
        );
        let attempt = Attempt {
            id,
            site,
            stage: OnceState::Poisoned,
        };
        f(before);
        attempt.succeed();
    }
}

/// An attempt to do it. It fails if it is dropped before it has succeeded.
struct Attempt {
    id: ObjectId,
    site: Site,
    stage: OnceState,
}

impl Attempt {
    fn succeed(mut self) {
        self.stage = OnceState::Done;
    }
}

impl Drop for Attempt {
    fn drop(&mut self) {
        if !interleave::running() {
            return;
        }
        let verb = if self.stage.is_completed() {
            "done"
        } else {
            "give up"
        };
        perform_now(What::new(verb).on(self.id).at(self.site), |world, _| {
            *world.object_mut::<State>(self.id) = State {
                stage: self.stage,
                by: None,
            };
            (Seen::nothing(), ())
        });
    }
}

impl Default for Once {
    #[track_caller]
    fn default() -> Self {
        Once::new()
    }
}

impl fmt::Debug for Once {
    #[track_caller]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Once")
            .field("state", &self.state())
            .finish()
    }
}
