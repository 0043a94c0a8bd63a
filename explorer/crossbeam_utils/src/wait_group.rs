use interleave::{
    Fingerprinter, Identity, Object, ObjectId, Order, Readiness, Reason, Seen, Site, What, World,
    perform, perform_now,
};
use std::fmt;
use std::mem::ManuallyDrop;
use std::panic::Location;
use std::ptr;
use std::sync::Arc;

/// As `crossbeam_utils::sync::WaitGroup`.
pub struct WaitGroup {
    shared: Arc<Shared>,
}

struct Shared {
    identity: Identity,
}

struct State {
    handles: usize,
}

impl Object for State {
    fn kind(&self) -> &'static str {
        "WaitGroup"
    }

    fn fingerprint(&self, _world: &World, into: &mut Fingerprinter) {
        into.number(self.handles as u64);
    }

    fn show(&self, _world: &World) -> String {
        self.handles.to_string()
    }

    fn order(&self) -> Order {
        Order::Uses
    }
}

impl Shared {
    fn object(&self, world: &mut World) -> ObjectId {
        self.identity
            .object(world, (ptr::null(), 0), |_| State { handles: 1 })
    }

    fn running_object(&self) -> Option<ObjectId> {
        interleave::with_world(|world| self.object(world))
    }
}

/// The effect of giving up a handle. Says whether it was the last.
fn give_up(world: &mut World, id: ObjectId) -> bool {
    let handles = &mut world.object_mut::<State>(id).handles;
    *handles -= 1;
    let left = *handles;
    world.tell(|_| format!("{left} left"));
    left == 0
}

impl WaitGroup {
    /// A group with one handle.
    #[track_caller]
    pub fn new() -> Self {
        let shared = Arc::new(Shared {
            identity: Identity::new(Location::caller()),
        });
        interleave::current::note_counts(Arc::as_ptr(&shared));
        // The state is made now: it counts the handles.
        shared.running_object();
        WaitGroup { shared }
    }

    /// Gives up this handle and waits until all others were given up.
    #[track_caller]
    pub fn wait(self) {
        let site: Site = Location::caller();
        let Some(id) = self.shared.running_object() else {
            return;
        };
        // The handle is given up here, not by its destructor. What it shares stays until then.
        let mut handle = ManuallyDrop::new(self);
        let last = perform_now(What::new("wait").on(id).at(site), |world, _| {
            let last = give_up(world, id);
            (Seen::number(last.into()), last)
        });
        if !last {
            perform(
                What::new("wake").on(id).at(site),
                |world, _| match world.object::<State>(id).handles {
                    // There is no handle left of which there could be a clone.
                    0 => Readiness::AtOnce,
                    _ => Readiness::Blocked(Reason::object(world, "has handles left", id)),
                },
                |_, _, _| (Seen::nothing(), ()),
            );
        }
        // SAFETY: the handle is not used any more, and its own destructor does not run.
        unsafe { ptr::drop_in_place(&mut handle.shared) };
    }
}

impl Drop for WaitGroup {
    fn drop(&mut self) {
        let Some(id) = self.shared.running_object() else {
            return;
        };
        perform_now(What::new("done").on(id), |world, _| {
            give_up(world, id);
            (Seen::nothing(), ())
        });
    }
}

impl Clone for WaitGroup {
    /// One handle more: nobody can notice before that one is given up.
    fn clone(&self) -> Self {
        interleave::with_world(|world| {
            let id = self.shared.object(world);
            world.object_mut::<State>(id).handles += 1;
        });
        WaitGroup {
            shared: Arc::clone(&self.shared),
        }
    }
}

impl Default for WaitGroup {
    #[track_caller]
    fn default() -> Self {
        WaitGroup::new()
    }
}

impl fmt::Debug for WaitGroup {
    #[track_caller]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let site: Site = Location::caller();
        let count = self.shared.running_object().map_or(1, |id| {
            perform_now(What::new("count").on(id).at(site), |world, _| {
                let handles = world.object::<State>(id).handles;
                (Seen::number(handles as u64), handles)
            })
        });
        f.debug_struct("WaitGroup").field("count", &count).finish()
    }
}
