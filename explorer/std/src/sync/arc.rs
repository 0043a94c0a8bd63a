use interleave::introspect::{self, Counter, Shared, WeakCounter};
use interleave::{
    Fingerprinter, Identity, Object, ObjectId, Order, Seen, Site, What, World, current, perform_now,
};
use std::cell::Cell;
use std::panic::Location;
use std::ptr;
use std::sync::Arc as Real;

/// As `std::sync::Arc`.
///
/// Cloning and dropping one is no step, as long as nobody can notice. The first time that a
/// program asks for a count (`strong_count`, `try_unwrap`, `get_mut`, `Weak::upgrade` …), or that a
/// value does something in its destructor that other threads can notice, the search begins anew,
/// and from then on they are steps: see `Watched` in the engine.
pub type Arc<T> = Shared<T, Count>;

/// As `std::sync::Weak`.
pub type Weak<T> = introspect::Weak<T, Count>;

/// How many pointers there are to one value.
#[derive(Debug)]
struct Counts {
    /// Only where the counts are watched.
    identity: Option<Identity>,
    strong: Cell<usize>,
    weak: Cell<usize>,
}

// SAFETY: all threads of an explored program run on one thread of the operating system, one at a
// time. Outside of an exploration a program that is linked with this crate does not start threads.
unsafe impl Sync for Counts {}
// SAFETY: as above.
unsafe impl Send for Counts {}

struct State {
    strong: usize,
    weak: usize,
}

impl Object for State {
    fn kind(&self) -> &'static str {
        "Arc"
    }

    fn fingerprint(&self, _world: &World, into: &mut Fingerprinter) {
        into.number(self.strong as u64);
        into.number(self.weak as u64);
    }

    fn show(&self, _world: &World) -> String {
        match self.weak {
            0 => format!("{} strong", self.strong),
            weak => format!("{} strong, {weak} weak", self.strong),
        }
    }

    /// The real `Arc` inside tells of its counting itself.
    fn order(&self) -> Order {
        Order::Nothing
    }
}

impl Counts {
    /// The object of this exploration, if counts are watched.
    fn object(&self) -> Option<ObjectId> {
        let identity = self.identity.as_ref()?;
        let state = |_: &World| State {
            strong: self.strong.get(),
            weak: self.weak.get(),
        };
        interleave::with_world(|world| identity.object(world, (ptr::null(), 0), state))
    }

    /// Changes the counts by `change`, as a step if they are watched, and says what it says.
    fn change<R>(
        &self,
        verb: &'static str,
        site: Option<Site>,
        change: impl Fn(&mut State) -> (Seen, R),
    ) -> R {
        let Some(object) = self.object() else {
            let mut state = State {
                strong: self.strong.get(),
                weak: self.weak.get(),
            };
            return self.keep(&mut state, change);
        };
        let mut what = What::new(verb).on(object);
        what.site = site;
        perform_now(what, |world, _| {
            let state = world.object_mut::<State>(object);
            let mut seen = Seen::nothing();
            let result = self.keep(state, |state| {
                let (saw, result) = change(state);
                seen = saw;
                (Seen::nothing(), result)
            });
            (seen, result)
        })
    }

    fn keep<R>(&self, state: &mut State, change: impl FnOnce(&mut State) -> (Seen, R)) -> R {
        let (_, result) = change(state);
        self.strong.set(state.strong);
        self.weak.set(state.weak);
        result
    }

    /// Looks at the counts, which are watched from now on.
    fn look(&self, verb: &'static str, site: Site) -> (usize, usize) {
        current::watch_counts();
        let Some(object) = self.object() else {
            return (self.strong.get(), self.weak.get());
        };
        perform_now(What::new(verb).on(object).at(site), |world, _| {
            let state = world.object::<State>(object);
            let (strong, weak) = (state.strong, state.weak);
            world.tell(|_| match weak {
                0 => format!("{strong}"),
                weak => format!("{strong} strong, {weak} weak"),
            });
            let seen = Seen::number(strong as u64).and(Seen::number(weak as u64));
            (seen, (strong, weak))
        })
    }
}

/// What a strong pointer counts with.
#[derive(Debug)]
pub struct Count {
    counts: Real<Counts>,
    /// Its value was taken out, and is not to be counted out once more.
    given_up: Cell<bool>,
}

// SAFETY: as for `Counts`.
unsafe impl Sync for Count {}

impl Counter for Count {
    type Weak = WeakCount;
    type Behind = Behind;

    #[track_caller]
    fn first() -> Self {
        let site: Site = Location::caller();
        let identity = current::counts_are_watched().then(|| Identity::new(site));
        let counts = Counts {
            identity,
            strong: Cell::new(1),
            weak: Cell::new(0),
        };
        let counts = Real::new(counts);
        // All of it are counts.
        current::note_counts(ptr::from_ref(&*counts).wrapping_add(1));
        Count {
            counts,
            given_up: Cell::new(false),
        }
    }

    fn lies_at(&self, value: *const ()) {
        current::note_counts(value);
    }

    #[track_caller]
    fn another(&self) -> Self {
        let site: Site = Location::caller();
        self.counts.change("clone", Some(site), |state| {
            state.strong += 1;
            (Seen::nothing(), ())
        });
        Count {
            counts: self.counts.clone(),
            given_up: Cell::new(false),
        }
    }

    fn behind(&self) -> Behind {
        Behind
    }

    #[track_caller]
    fn weak(&self) -> WeakCount {
        let site: Site = Location::caller();
        self.counts.change("downgrade", Some(site), |state| {
            state.weak += 1;
            (Seen::nothing(), ())
        });
        WeakCount {
            counts: Some(self.counts.clone()),
        }
    }

    #[track_caller]
    fn counts(&self, verb: &'static str) -> (usize, usize) {
        self.counts.look(verb, Location::caller())
    }

    #[track_caller]
    fn give_up_if_only(&self, verb: &'static str) -> bool {
        current::watch_counts();
        let only = self.counts.change(verb, Some(Location::caller()), |state| {
            let only = state.strong == 1;
            if only {
                state.strong = 0;
            }
            (Seen::number(only.into()), only)
        });
        self.given_up.set(only);
        only
    }

    #[track_caller]
    fn give_up(&self, verb: &'static str) -> bool {
        current::watch_counts();
        let site: Site = Location::caller();
        let last = self.counts.change(verb, Some(site), |state| {
            state.strong -= 1;
            let last = state.strong == 0;
            (Seen::number(last.into()), last)
        });
        self.given_up.set(true);
        last
    }
}

impl Drop for Count {
    fn drop(&mut self) {
        let last = !self.given_up.get()
            && self.counts.change("drop", None, |state| {
                state.strong -= 1;
                let last = state.strong == 0;
                (Seen::number(last.into()), last)
            });
        current::begin_drop(last);
    }
}

/// Is dropped behind the value.
#[derive(Debug)]
pub struct Behind;

impl Drop for Behind {
    fn drop(&mut self) {
        current::end_drop();
    }
}

/// What a weak pointer counts with.
#[derive(Debug)]
pub struct WeakCount {
    counts: Option<Real<Counts>>,
}

impl WeakCounter for WeakCount {
    type Strong = Count;

    fn nothing() -> Self {
        WeakCount { counts: None }
    }

    #[track_caller]
    fn another(&self) -> Self {
        let site: Site = Location::caller();
        if let Some(counts) = &self.counts {
            counts.change("clone weak", Some(site), |state| {
                state.weak += 1;
                (Seen::nothing(), ())
            });
        }
        WeakCount {
            counts: self.counts.clone(),
        }
    }

    #[track_caller]
    fn upgrade(&self) -> Option<Count> {
        let site: Site = Location::caller();
        current::watch_counts();
        let counts = self.counts.as_ref()?;
        let there = counts.change("upgrade", Some(site), |state| {
            let there = state.strong > 0;
            state.strong += usize::from(there);
            (Seen::number(there.into()), there)
        });
        there.then(|| Count {
            counts: counts.clone(),
            given_up: Cell::new(false),
        })
    }

    #[track_caller]
    fn counts(&self, verb: &'static str) -> (usize, usize) {
        let counts = self.counts.as_ref();
        counts.map_or((0, 0), |counts| counts.look(verb, Location::caller()))
    }
}

impl Drop for WeakCount {
    fn drop(&mut self) {
        if let Some(counts) = &self.counts {
            counts.change("drop weak", None, |state| {
                state.weak -= 1;
                (Seen::nothing(), ())
            });
        }
    }
}
