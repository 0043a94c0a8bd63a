//! The world of one execution: its threads, its objects, its clock.
//!
//! - [`place`]: who runs, and how what runs finds its world;
//! - [`threads`]: threads are added, and park at operations;
//! - [`survey`]: which of them may go on;
//! - [`steps`]: one goes on;
//! - [`objects`]: what threads share;
//! - [`states`]: what all that has come to.

mod objects;
mod place;
mod states;
mod steps;
mod survey;
mod threads;

pub(crate) use place::{Place, birth, glance, outside, place, set_place, set_world, stop_here};
pub use place::{running, with};
pub(crate) use survey::{Survey, Turn};

use crate::fingerprint::Fingerprint;
use crate::hashing::HashMap;
use crate::memory::View;
use crate::object::{Object, ObjectId};
use crate::panics::Panic;
use crate::plain::Plain;
use crate::stream::Stream;
use crate::tables::{Origin, Tables};
use crate::tally::Tally;
use crate::thread::Thread;
use interleave_request::Model;
use objects::Slot;
use std::any::Any;
use std::cell::RefCell;
use std::time::Duration;

/// A thread in one execution.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ThreadId(pub(crate) usize);

impl ThreadId {
    /// The thread that runs `main`.
    pub const MAIN: ThreadId = ThreadId(0);
}

/// How an execution ended before all its threads did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Over {
    /// Main has returned (or its panic has ended it): so does the process.
    Main,
    /// A thread has called `process::exit`.
    Exit(i32),
    /// The process was aborted, for this reason.
    Abort(String),
    /// Whoever watches the program has found something wrong, in the running thread.
    Failed(Panic),
}

/// The state of one execution. Stand-ins see it in the two closures of an operation.
pub struct World {
    pub(crate) threads: Vec<Thread>,
    objects: Vec<Slot>,
    pub(crate) tables: Tables,
    pub(crate) model: Model,
    pub(crate) clock: Duration,
    pub(crate) over: Option<Over>,
    pub(crate) running: ThreadId,
    epoch: u64,
    /// What the step that is being taken has to say, if anybody listens.
    note: Option<String>,
    recording: bool,
    /// Which objects the step that is being taken has used, and whether it changed them.
    used: RefCell<Option<Vec<(ObjectId, bool)>>>,
    pub(crate) watched: Watched,
    /// What main has returned.
    pub(crate) main_status: i32,
    /// How many steps were taken.
    pub(crate) steps: usize,
    /// A thread with the same history has come to another operation than before: to this one
    /// then, to this one now. The program does not always do the same.
    pub(crate) different: Option<(u32, &'static str)>,
    /// How many objects made at each place were touched, where it cannot be told who made them.
    touched: HashMap<usize, u32>,
    /// What lay on the other stacks when the running thread was resumed.
    pub(crate) elsewhere_before: Fingerprint,
    /// How far the sequentially consistent accesses and fences have got.
    pub(crate) consistent: View,
    /// How often locks were taken, if somebody counts.
    pub(crate) tally: Option<Tally>,
    /// What is known of plain memory, if the program tells of its accesses.
    pub(crate) plain: Option<Box<Plain>>,
}

/// What the program has been seen to look at, which decides how much must be kept apart.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Watched {
    /// The clock: then two states that differ only in it are different.
    pub(crate) clock: bool,
    /// Whether a thread has ended: then ending is a step of its own.
    pub(crate) ends: bool,
    /// How many pointers there are to a counted value, or which of them is dropped last: then
    /// making and dropping one are steps.
    pub(crate) counts: bool,
    /// Whether a thread comes to an operation with its stack as it was at an earlier one: then it
    /// is found out what it keeps elsewhere, before it is said to be where it was.
    pub(crate) rounds: bool,
    /// The stack of another thread: then a thread's accesses to its own stack are looked at.
    pub(crate) stacks: bool,
    /// For how many pieces of plain memory threads race.
    pub(crate) contested: usize,
}

impl World {
    pub(crate) fn new(epoch: u64, model: Model, tables: Tables, watched: Watched) -> Self {
        let mut world = World {
            threads: Vec::new(),
            objects: Vec::new(),
            tables,
            model,
            clock: Duration::ZERO,
            over: None,
            running: ThreadId::MAIN,
            epoch,
            note: None,
            recording: false,
            used: RefCell::new(None),
            watched,
            main_status: 0,
            steps: 0,
            different: None,
            touched: HashMap::default(),
            elsewhere_before: Fingerprint::default(),
            consistent: View::default(),
            tally: None,
            plain: None,
        };
        for stream in [Stream::Out, Stream::Err] {
            let id = world.add(Origin::Stream(stream as u8), None);
            world.set_state(id, Box::new(crate::stream::Printed::new(stream)));
            let number = world.objects[id.0].number;
            world.tables.object_mut(number).name = stream.name().to_owned();
        }
        world
    }

    /// The state of an object, if it is an `S`.
    ///
    /// # Panics
    ///
    /// Panics if the object is of another type: a mistake in the stand-in.
    pub fn object<S: Object>(&self, id: ObjectId) -> &S {
        self.note_use(id, false);
        let state: &dyn Any = self.state(id);
        state.downcast_ref().expect("an object keeps its type")
    }

    /// The same, to be changed.
    ///
    /// # Panics
    ///
    /// Panics if the object is of another type: a mistake in the stand-in.
    pub fn object_mut<S: Object>(&mut self, id: ObjectId) -> &mut S {
        self.note_use(id, true);
        let state: &mut dyn Any = &mut **self.objects[id.0].state.as_mut().expect("it has a state");
        state.downcast_mut().expect("an object keeps its type")
    }

    /// Who holds an object.
    pub fn holders(&self, id: ObjectId) -> Vec<ThreadId> {
        self.state(id).holders()
    }

    /// Says what came of the operation, for a reader; `text` is only called if one listens.
    pub fn tell(&mut self, text: impl FnOnce(&World) -> String) {
        if self.recording {
            self.note = Some(text(self));
        }
    }

    /// A thread's name for a reader.
    pub fn thread_name(&self, thread: ThreadId) -> &str {
        &self.tables.threads()[self.thread_number(thread) as usize].name
    }

    /// A thread's number, the same in every execution: for fingerprints.
    pub fn thread_number(&self, thread: ThreadId) -> u32 {
        self.threads[thread.0].number
    }

    /// An object's name for a reader.
    pub fn object_name(&self, id: ObjectId) -> String {
        crate::names::object_name(&self.tables, self.object_number(id))
    }

    /// An object's number, the same in every execution: for fingerprints.
    pub fn object_number(&self, id: ObjectId) -> u32 {
        self.objects[id.0].number
    }

    /// The fingerprint of all that the running thread has done and seen.
    ///
    /// It stands for a value of which it is not known what it holds exactly: a thread is
    /// deterministic, so its history decides what it has made.
    pub fn history(&self) -> Fingerprint {
        self.history_of(self.running)
    }

    /// The same of another thread: of one that has made something which is taken from it.
    pub fn history_of(&self, thread: ThreadId) -> Fingerprint {
        self.threads[thread.0].history
    }

    /// How long the program has run, by the virtual clock.
    pub fn clock(&self) -> Duration {
        self.clock
    }

    /// Lets time pass until then, if it is not past it: for an operation of which one way to go on
    /// is that its time comes.
    pub fn pass_time(&mut self, until: Duration) {
        self.clock = self.clock.max(until);
    }

    /// Whether the program looks at the time. If not, two states that differ in it are the same.
    pub fn shows_time(&self) -> bool {
        self.watched.clock
    }

    /// Notes that the program looks at the time. The search begins anew if that was not known.
    pub fn show_time(&mut self) {
        self.watched.clock = true;
    }

    /// The rules of this exploration.
    pub fn model(&self) -> &Model {
        &self.model
    }

    /// Whether a thread has ended.
    pub fn has_ended(&self, thread: ThreadId) -> bool {
        self.threads[thread.0].ending.is_some()
    }

    /// The operations at which threads are parked now: which thread, what, on which object.
    pub fn parked(&self) -> impl Iterator<Item = (ThreadId, &'static str, Option<ObjectId>)> + '_ {
        self.threads
            .iter()
            .enumerate()
            .filter_map(|(index, thread)| {
                let what = thread.operation()?.what();
                Some((ThreadId(index), what.verb, what.object))
            })
    }
}
