//! Shared objects: locks, atomics, channels and the like.
//!
//! A stand-in keeps the program's data itself. The *state* of the object, everything that decides
//! who may go on, lives in the world of one execution and starts afresh in the next.

use crate::fingerprint::Fingerprinter;
use crate::plain::order::Order;
use crate::world::{self, ThreadId, World};
use interleave_introspect as introspect;
use std::any::Any;
use std::cell::Cell;
use std::collections::BTreeMap;
use std::panic::Location;
use std::sync::{Mutex, PoisonError};

/// A place in a program's text.
pub type Site = &'static Location<'static>;

/// A shared object in one execution.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ObjectId(pub(crate) usize);

/// The state of a shared object.
pub trait Object: Any {
    /// What it is, as the program's text has it: `Mutex`, `AtomicU32`.
    fn kind(&self) -> &'static str;

    /// Adds all of the state that can make a difference to what happens later.
    ///
    /// Threads are told apart by [`World::thread_name_id`], never by their [`ThreadId`], which
    /// depends on the order in which they were started.
    fn fingerprint(&self, world: &World, into: &mut Fingerprinter);

    /// The state as a reader sees it, such as `3, locked by ann`.
    fn show(&self, world: &World) -> String;

    /// Whether it is an atomic, which hands on what threads know of memory as its orderings say.
    /// All other objects do so in any case.
    fn is_atomic(&self) -> bool {
        false
    }

    /// Whether code of the program runs when the object is dropped, which may look at what it
    /// guards without a step.
    fn has_destructor(&self) -> bool {
        false
    }

    /// Which operations on it put the threads in order that perform them: asked when one has taken
    /// effect.
    fn order(&self) -> Order {
        match self.is_atomic() {
            true => Order::Nothing,
            false => Order::Changes,
        }
    }

    /// The threads that hold it, so that others wait for them.
    fn holders(&self) -> Vec<ThreadId> {
        Vec::new()
    }
}

/// What a stand-in's value carries so that the world finds the state that belongs to it.
///
/// Everything here works in a `const fn`, because a `static` may hold a lock.
pub struct Identity {
    site: Site,
    /// Which object of which execution this is: `epoch << 32 | number`, 0 if not known yet.
    stamp: Cell<u64>,
}

// SAFETY: all threads of an explored program run on one thread of the operating system, one at a
// time; outside of an execution the stamp is not touched.
unsafe impl Sync for Identity {}
// SAFETY: as above.
unsafe impl Send for Identity {}

/// The bytes of a value that starts afresh in each execution if it lies in a `static`.
pub type Region = (*const u8, usize);

/// What each `static` held when it was first touched. Kept for all explorations of the process.
static FIRST_BYTES: Mutex<BTreeMap<usize, Vec<u8>>> = Mutex::new(BTreeMap::new());

impl Identity {
    /// The identity of an object that is created at `site`.
    pub const fn new(site: Site) -> Identity {
        Identity {
            site,
            stamp: Cell::new(introspect::birth(site)),
        }
    }

    /// Where the object was created.
    pub fn site(&self) -> Site {
        self.site
    }

    /// The object's number in this execution. At first touch its state is made by `state`.
    ///
    /// `data` is where the value lies that the object guards. If it lies in a `static`, it still
    /// holds what the previous execution left there: it is set back to what it held at first.
    pub fn object<S: Object>(
        &self,
        world: &mut World,
        data: Region,
        state: impl FnOnce(&World) -> S,
    ) -> ObjectId {
        let stamp = self.stamp.get();
        if stamp >> 32 != world.epoch() {
            // The compiler made it (or this build cannot tell): known by its address from now on.
            let address = self as *const Identity as usize;
            restore(address, data, stamp == 0);
            let id = if introspect::ANY_TYPE {
                world.add_static(self.site, address)
            } else {
                world.add_first_touched(self.site)
            };
            self.stamp.set(world.epoch() << 32 | id.0 as u64);
        }
        let id = ObjectId((self.stamp.get() & u64::from(u32::MAX)) as usize);
        world.set_region(id, data);
        if !world.has_state(id) {
            let state = state(world);
            world.set_state(id, Box::new(state));
        }
        id
    }
}

impl Identity {
    /// The object's number in this execution, if anybody has used it: for whoever has it to itself.
    pub fn known(&self, world: &World) -> Option<ObjectId> {
        world.known(self.stamp.get())
    }
}

impl Drop for Identity {
    /// What is gone makes no difference any more. In a stand-in the identity must be dropped
    /// before the value, so that the value's destructor does not look at what nobody has learnt.
    fn drop(&mut self) {
        let stamp = self.stamp.get();
        if stamp != 0 {
            world::with(|world| world.remove(stamp));
        }
    }
}

/// Keeps the bytes of a `static` at its very first touch, and puts them back in later executions.
///
/// The value that is overwritten is not dropped: what it owned belonged to an execution that is
/// over, and a `static`'s first value owns nothing.
fn restore(address: usize, (start, length): Region, first: bool) {
    if length == 0 {
        // There is nothing to keep, and the start may be null (a condition guards no value).
        return;
    }
    let mut kept = FIRST_BYTES.lock().unwrap_or_else(PoisonError::into_inner);
    // SAFETY: the region is the value inside the stand-in, which is alive, and nobody else touches
    // it: one thread runs at a time, and an object that is touched for the first time in an
    // execution is not borrowed by anybody.
    unsafe {
        if first {
            kept.insert(address, std::slice::from_raw_parts(start, length).to_vec());
        } else if let Some(bytes) = kept.get(&address) {
            std::ptr::copy_nonoverlapping(bytes.as_ptr(), start.cast_mut(), bytes.len());
        }
    }
}

impl std::fmt::Debug for Identity {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "created at {}", self.site)
    }
}
