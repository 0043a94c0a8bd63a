//! Plain memory: what threads share without any lock, atomic or channel.
//!
//! A program that is compiled with the compiler's instrumentation for ThreadSanitizer tells of each
//! access to memory before it happens (`interleave-sanitizer` passes that on). Here it is decided
//! what becomes of it:
//!
//! - [`place`]: where an address lies: in a `static`, a block of the heap, or on a stack
//! - [`blocks`]: which blocks of the heap there are, and who has asked for them
//! - [`statics`]: the program's `static`s: their names, and what they held at first
//! - [`clock`], [`order`]: what happens before what
//! - [`atomics`], [`channel`], [`counts`]: what is handed on by these
//! - [`shadow`]: who has accessed what, and whether anything orders two accesses
//! - [`race`]: two accesses that nothing orders
//! - [`access`]: an access: let through, checked, or a step
//!
//! Most accesses are no steps. A program without data races behaves in each schedule as if its
//! plain accesses took no time at all, so it is enough to check them. Only where two accesses race
//! does their order matter: then the memory that they race for becomes an object of its own,
//! accesses to it become steps, and the search begins anew.

pub(crate) mod access;
pub(crate) mod atomics;
pub(crate) mod blocks;
pub(crate) mod channel;
pub(crate) mod clock;
pub(crate) mod counts;
pub(crate) mod order;
pub(crate) mod place;
pub(crate) mod race;
pub(crate) mod races;
pub(crate) mod shadow;
pub(crate) mod statics;
pub(crate) mod value;
pub(crate) mod watched_cell;

use crate::hashing::HashMap;
use crate::object::ObjectId;
use clock::Clock;
use interleave_request::MemoryNames;
use order::{Handed, Knows};
use place::Cell;
use race::Race;
use shadow::Shadow;
use std::collections::BTreeMap;
use std::rc::Rc;

/// What is known of plain memory in one execution.
pub(crate) struct Plain {
    /// What each thread knows to have happened.
    pub(crate) threads: Vec<Knows>,
    /// What is handed on by each object.
    pub(crate) objects: HashMap<ObjectId, Handed>,
    /// What is handed on by each value that an atomic has had; the newest alone, unless memory
    /// is weak.
    pub(crate) atomics: HashMap<ObjectId, Vec<Clock>>,
    /// The same for atomics of the real std inside of the stand-ins: the counts of an `Arc`.
    pub(crate) counts: BTreeMap<usize, Clock>,
    pub(crate) shadow: Shadow,
    /// The memory that threads race for, as earlier executions have found.
    pub(crate) contested: Rc<Vec<Cell>>,
    /// The same, as this one has found.
    pub(crate) found: Vec<Cell>,
    /// The objects that stand for contested memory.
    pub(crate) cells: HashMap<Cell, ObjectId>,
    /// The races that the step which is being taken completes.
    pub(crate) races: Vec<Race>,
    /// The number of the operation that is taking effect.
    pub(crate) operation: Option<u32>,
    /// The contested memory to which the step that is being taken writes.
    pub(crate) written: Option<ObjectId>,
    /// What the program calls plain memory.
    pub(crate) names: Rc<MemoryNames>,
}

impl Plain {
    pub(crate) fn new(contested: Rc<Vec<Cell>>, names: Rc<MemoryNames>) -> Plain {
        Plain {
            threads: Vec::new(),
            objects: HashMap::default(),
            atomics: HashMap::default(),
            counts: BTreeMap::new(),
            shadow: Shadow::default(),
            contested,
            found: Vec::new(),
            cells: HashMap::default(),
            races: Vec::new(),
            operation: None,
            written: None,
            names,
        }
    }
}
