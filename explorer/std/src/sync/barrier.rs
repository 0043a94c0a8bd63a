use interleave::{
    Fingerprinter, Identity, Object, Order, Readiness, Reason, Seen, Site, ThreadId, What, World,
    current, perform, perform_now,
};
use std::fmt;
use std::panic::Location;
use std::ptr;

/// As `std::sync::Barrier`.
pub struct Barrier {
    identity: Identity,
    size: usize,
}

/// As `std::sync::BarrierWaitResult`.
#[derive(Debug)]
pub struct BarrierWaitResult(bool);

impl BarrierWaitResult {
    /// Whether this thread was the last one to come.
    pub fn is_leader(&self) -> bool {
        self.0
    }
}

struct State {
    size: usize,
    arrived: Vec<ThreadId>,
    /// How often the barrier has opened.
    rounds: u64,
}

impl Object for State {
    fn kind(&self) -> &'static str {
        "Barrier"
    }

    fn fingerprint(&self, _world: &World, into: &mut Fingerprinter) {
        // Who has come is in the threads' own histories.
        into.number(self.arrived.len() as u64);
        into.number(self.rounds);
    }

    fn show(&self, _world: &World) -> String {
        format!("{} of {} have come", self.arrived.len(), self.size)
    }

    fn order(&self) -> Order {
        Order::Uses
    }
}

impl Barrier {
    /// A barrier for this many threads.
    #[track_caller]
    pub const fn new(size: usize) -> Self {
        Barrier {
            identity: Identity::new(Location::caller()),
            size,
        }
    }

    /// Waits until as many threads have come as the barrier is for.
    #[track_caller]
    pub fn wait(&self) -> BarrierWaitResult {
        let site: Site = Location::caller();
        let size = self.size;
        let id = interleave::with_world(|world| {
            self.identity.object(world, (ptr::null(), 0), |_| State {
                size,
                arrived: Vec::new(),
                rounds: 0,
            })
        });
        let Some(id) = id else {
            current::cannot("wait at a barrier")
        };
        let (round, leads) = perform_now(What::new("arrive").on(id).at(site), |world, me| {
            let state = world.object_mut::<State>(id);
            let round = state.rounds;
            state.arrived.push(me);
            let leads = state.arrived.len() >= size;
            if leads {
                state.arrived.clear();
                state.rounds += 1;
            }
            (
                Seen::number(round).and(Seen::number(leads.into())),
                (round, leads),
            )
        });
        perform(
            What::new("pass").on(id).at(site),
            |world, _| match world.object::<State>(id).rounds > round {
                true => Readiness::AtOnce,
                false => Readiness::Blocked(Reason::object(world, "is not complete", id)),
            },
            |_, _, _| (Seen::nothing(), ()),
        );
        BarrierWaitResult(leads)
    }
}

impl fmt::Debug for Barrier {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Barrier").finish_non_exhaustive()
    }
}
