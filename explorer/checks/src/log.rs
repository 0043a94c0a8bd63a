use interleave::{
    Fingerprint, Fingerprinter, Identity, Object, ObjectId, Seen, What, World, perform_now,
};
use std::panic::Location;
use std::ptr;

/// As `checks::Log`.
#[derive(Debug)]
pub struct Log(Identity);

#[derive(Default)]
struct State(Vec<String>);

impl Object for State {
    fn kind(&self) -> &'static str {
        "log"
    }

    fn fingerprint(&self, _world: &World, into: &mut Fingerprinter) {
        into.fingerprint(fingerprint(&self.0));
    }

    fn show(&self, _world: &World) -> String {
        self.0.join(", ")
    }
}

fn fingerprint(entries: &[String]) -> Fingerprint {
    let mut all = Fingerprinter::new();
    all.number(entries.len() as u64);
    entries.iter().for_each(|entry| all.bytes(entry.as_bytes()));
    all.finish()
}

/// An empty log.
#[track_caller]
pub fn log() -> &'static Log {
    Box::leak(Box::new(Log(Identity::new(Location::caller()))))
}

impl Log {
    /// Notes that something has happened.
    #[track_caller]
    pub fn note(&self, what: impl ToString) {
        let text = what.to_string();
        // What comes after the end of an execution is of no interest.
        let Some(id) = self.object() else { return };
        let detail = |_: &World| text.clone();
        let what = What::new("note").at(Location::caller()).with(&detail);
        perform_now(what, |world, _| {
            world.object_mut::<State>(id).0.push(text.clone());
            (Seen::nothing(), ())
        });
    }

    /// Everything that was noted so far.
    #[track_caller]
    pub fn all(&self) -> Vec<String> {
        let Some(id) = self.object() else {
            return Vec::new();
        };
        perform_now(
            What::new("look at").on(id).at(Location::caller()),
            |world, _| {
                let entries = world.object::<State>(id).0.clone();
                (Seen::fingerprint(fingerprint(&entries)), entries)
            },
        )
    }

    /// How often this was noted so far.
    #[track_caller]
    pub fn count(&self, what: impl ToString) -> usize {
        let what = what.to_string();
        let Some(id) = self.object() else { return 0 };
        perform_now(
            What::new("look at").on(id).at(Location::caller()),
            |world, _| {
                let entries = world.object::<State>(id).0.iter();
                let count = entries.filter(|entry| **entry == what).count();
                (Seen::number(count as u64), count)
            },
        )
    }

    fn object(&self) -> Option<ObjectId> {
        let new = |_: &World| State::default();
        interleave::with_world(|world| self.0.object(world, (ptr::null(), 0), new))
    }
}
