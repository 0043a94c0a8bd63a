use interleave::{
    Fingerprinter, Identity, Object, ObjectId, Readiness, Reason, Seen, Site, What, World, perform,
    perform_now,
};
use std::panic::Location;
use std::ptr;

/// As `checks::Meeting`.
#[derive(Debug)]
pub struct Meeting {
    identity: Identity,
    kind: &'static Kind,
    size: usize,
}

/// How it is told of.
#[derive(Debug)]
struct Kind {
    name: &'static str,
    come: &'static str,
    stay: &'static str,
    /// What is said of those who have come.
    there: &'static str,
}

const MEETING: Kind = Kind {
    name: "meeting",
    come: "come in",
    stay: "stay",
    there: "inside",
};

const HANDSHAKE: Kind = Kind {
    name: "handshake",
    come: "come",
    stay: "wait for the other one",
    there: "there",
};

struct State {
    kind: &'static Kind,
    size: usize,
    /// How many have come in, up to the size: afterwards nobody is held up.
    inside: usize,
}

impl Object for State {
    fn kind(&self) -> &'static str {
        self.kind.name
    }

    fn fingerprint(&self, _world: &World, into: &mut Fingerprinter) {
        into.number(self.inside as u64);
    }

    fn show(&self, _world: &World) -> String {
        let there = self.kind.there;
        format!("{} of {} {there}", self.inside, self.size)
    }
}

/// A meeting of `size` threads.
#[track_caller]
pub fn meeting(size: usize) -> &'static Meeting {
    new(&MEETING, size, Location::caller())
}

/// As `checks::handshake`.
#[track_caller]
pub fn handshake() -> &'static Meeting {
    new(&HANDSHAKE, 2, Location::caller())
}

fn new(kind: &'static Kind, size: usize, site: Site) -> &'static Meeting {
    let identity = Identity::new(site);
    Box::leak(Box::new(Meeting {
        identity,
        kind,
        size,
    }))
}

impl Meeting {
    /// Comes in, and waits for nobody.
    #[track_caller]
    pub fn pass(&self) {
        // Where it is called by a destructor after the end, nobody is there who waits.
        if let Some(id) = self.object() {
            self.come(id, Location::caller());
        }
    }

    /// Comes in, and waits until enough are inside.
    #[track_caller]
    pub fn join(&self) {
        let site: Site = Location::caller();
        let Some(id) = self.object() else {
            interleave::current::cannot("wait for others")
        };
        self.come(id, site);
        perform(
            What::new(self.kind.stay).at(site),
            |world, _| {
                let state = world.object::<State>(id);
                match state.inside < state.size {
                    true => Readiness::Blocked(Reason::object(world, "is not complete", id)),
                    false => Readiness::AtOnce,
                }
            },
            |_, _, _| (Seen::nothing(), ()),
        );
    }

    fn come(&self, id: ObjectId, site: Site) {
        perform_now(What::new(self.kind.come).at(site), |world, _| {
            let state = world.object_mut::<State>(id);
            state.inside = (state.inside + 1).min(state.size);
            let (inside, size, there) = (state.inside, state.size, state.kind.there);
            world.tell(|_| format!("{inside} of {size} {there}"));
            (Seen::nothing(), ())
        });
    }

    fn object(&self) -> Option<ObjectId> {
        let state = |_: &World| State {
            kind: self.kind,
            size: self.size,
            inside: 0,
        };
        interleave::with_world(|world| self.identity.object(world, (ptr::null(), 0), state))
    }
}
