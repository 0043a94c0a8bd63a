use interleave::{
    Choice, Fingerprinter, Identity, Object, ObjectId, Readiness, Reason, Seen, Site, What, World,
    perform, perform_now,
};
use interleave_std::time::{Duration, Instant};
use std::fmt;
use std::marker::PhantomData;
use std::panic::Location;
use std::ptr;
use std::sync::Arc;

/// As `crossbeam_utils::sync::Parker`.
pub struct Parker {
    unparker: Unparker,
    not_sync: PhantomData<*const ()>,
}

// SAFETY: as for crossbeam's: it may move to another thread, but only one can use it at a time.
unsafe impl Send for Parker {}

/// As `crossbeam_utils::sync::Unparker`.
#[derive(Clone)]
pub struct Unparker {
    token: Arc<Token>,
}

struct Token {
    identity: Identity,
}

struct State {
    is_there: bool,
}

impl Object for State {
    fn kind(&self) -> &'static str {
        "Parker"
    }

    fn fingerprint(&self, _world: &World, into: &mut Fingerprinter) {
        into.number(self.is_there.into());
    }

    fn show(&self, _world: &World) -> String {
        (if self.is_there { "a token" } else { "no token" }).to_owned()
    }
}

impl Token {
    fn running_object(&self) -> Option<ObjectId> {
        let object = |world: &mut World| {
            self.identity
                .object(world, (ptr::null(), 0), |_| State { is_there: false })
        };
        interleave::with_world(object)
    }
}

impl Parker {
    /// A parker without a token.
    #[track_caller]
    pub fn new() -> Parker {
        let token = Arc::new(Token {
            identity: Identity::new(Location::caller()),
        });
        interleave::current::note_counts(Arc::as_ptr(&token));
        token.running_object();
        Parker {
            unparker: Unparker { token },
            not_sync: PhantomData,
        }
    }

    /// Waits for a token and uses it up.
    #[track_caller]
    pub fn park(&self) {
        self.park_within("park", None, Location::caller());
    }

    /// Waits for a token, at most for this time, and uses it up.
    #[track_caller]
    pub fn park_timeout(&self, timeout: Duration) {
        self.park_within("park_timeout", Some(timeout), Location::caller());
    }

    /// Waits for a token, at most until then, and uses it up.
    #[track_caller]
    pub fn park_deadline(&self, deadline: Instant) {
        self.park_within("park_deadline", Some(deadline.__left()), Location::caller());
    }

    fn park_within(&self, verb: &'static str, timeout: Option<Duration>, site: Site) {
        let Some(id) = self.unparker.token.running_object() else {
            interleave::current::cannot("park");
        };
        perform(
            What::new(verb).on(id).at(site).within(timeout),
            |world, _| {
                if world.object::<State>(id).is_there {
                    return Readiness::Ready(1);
                }
                let reason = Reason::object(world, "has no token", id);
                match timeout {
                    Some(_) => Readiness::UntilDeadline(reason),
                    None => Readiness::Blocked(reason),
                }
            },
            |world, _, choice| {
                match choice {
                    Choice::TimeOut => world.tell(|_| "time is up".to_owned()),
                    Choice::Way(_) => world.object_mut::<State>(id).is_there = false,
                }
                (Seen::nothing(), ())
            },
        );
    }

    /// The other end.
    pub fn unparker(&self) -> &Unparker {
        &self.unparker
    }
}

impl Unparker {
    /// Leaves a token, if there is none.
    #[track_caller]
    pub fn unpark(&self) {
        let site: Site = Location::caller();
        let Some(id) = self.token.running_object() else {
            return;
        };
        perform_now(What::new("unpark").on(id).at(site), |world, _| {
            world.object_mut::<State>(id).is_there = true;
            (Seen::nothing(), ())
        });
    }
}

impl Default for Parker {
    #[track_caller]
    fn default() -> Self {
        Parker::new()
    }
}

impl fmt::Debug for Parker {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad("Parker { .. }")
    }
}

impl fmt::Debug for Unparker {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad("Unparker { .. }")
    }
}
