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
    size: usize,
}

struct State {
    size: usize,
    /// How many have come in, up to the size: afterwards nobody is held up.
    inside: usize,
}

impl Object for State {
    fn kind(&self) -> &'static str {
        "meeting"
    }

    fn fingerprint(&self, _world: &World, into: &mut Fingerprinter) {
        into.number(self.inside as u64);
    }

    fn show(&self, _world: &World) -> String {
        format!("{} of {} inside", self.inside, self.size)
    }
}

/// A meeting of `size` threads.
#[track_caller]
pub fn meeting(size: usize) -> &'static Meeting {
    let identity = Identity::new(Location::caller());
    Box::leak(Box::new(Meeting { identity, size }))
}

impl Meeting {
    /// Comes in, and waits until enough are inside.
    #[track_caller]
    pub fn join(&self) {
        let site: Site = Location::caller();
        let Some(id) = self.object() else {
            interleave::current::cannot("wait for others")
        };
        perform_now(What::new("come in").at(site), |world, _| {
            let state = world.object_mut::<State>(id);
            state.inside = (state.inside + 1).min(state.size);
            let (inside, size) = (state.inside, state.size);
            world.tell(|_| format!("{inside} of {size} inside"));
            (Seen::nothing(), ())
        });
        perform(
            What::new("stay").at(site),
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

    fn object(&self) -> Option<ObjectId> {
        let state = |_: &World| State {
            size: self.size,
            inside: 0,
        };
        interleave::with_world(|world| self.identity.object(world, (ptr::null(), 0), state))
    }
}
