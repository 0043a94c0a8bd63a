use interleave::{Fingerprinter, Identity, Object, ObjectId, Seen, What, World, perform_now};
use std::panic::Location;
use std::ptr;

/// As `checks::Gauge`.
#[derive(Debug)]
pub struct Gauge(Identity);

/// As `checks::Inside`.
#[derive(Debug)]
pub struct Inside(&'static Gauge);

#[derive(Default)]
struct State {
    now: usize,
    most: usize,
}

impl Object for State {
    fn kind(&self) -> &'static str {
        "gauge"
    }

    fn fingerprint(&self, _world: &World, into: &mut Fingerprinter) {
        into.number(self.now as u64);
        into.number(self.most as u64);
    }

    fn show(&self, _world: &World) -> String {
        format!("{} inside, at most {}", self.now, self.most)
    }
}

/// A gauge that shows nobody.
#[track_caller]
pub fn gauge() -> &'static Gauge {
    Box::leak(Box::new(Gauge(Identity::new(Location::caller()))))
}

impl Gauge {
    /// Comes in.
    #[track_caller]
    pub fn enter(&'static self) -> Inside {
        if let Some(id) = self.object() {
            perform_now(What::new("come in").at(Location::caller()), |world, _| {
                let state = world.object_mut::<State>(id);
                state.now += 1;
                state.most = state.most.max(state.now);
                let now = state.now;
                world.tell(|_| format!("{now} inside"));
                (Seen::nothing(), ())
            });
        }
        Inside(self)
    }

    /// How many are inside now.
    #[track_caller]
    pub fn now(&self) -> usize {
        self.look(Location::caller(), |state| state.now)
    }

    /// How many were inside at the same time, at most.
    #[track_caller]
    pub fn most(&self) -> usize {
        self.look(Location::caller(), |state| state.most)
    }

    fn look(&self, site: interleave::Site, part: fn(&State) -> usize) -> usize {
        let Some(id) = self.object() else { return 0 };
        perform_now(What::new("look at").on(id).at(site), |world, _| {
            let number = part(world.object::<State>(id));
            (Seen::number(number as u64), number)
        })
    }

    fn object(&self) -> Option<ObjectId> {
        let new = |_: &World| State::default();
        interleave::with_world(|world| self.0.object(world, (ptr::null(), 0), new))
    }
}

impl Drop for Inside {
    fn drop(&mut self) {
        if let Some(id) = self.0.object() {
            perform_now(What::new("go out"), |world, _| {
                let state = world.object_mut::<State>(id);
                state.now -= 1;
                let now = state.now;
                world.tell(|_| format!("{now} inside"));
                (Seen::nothing(), ())
            });
        }
    }
}
