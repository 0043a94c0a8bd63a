//! The world of one execution: its threads, its objects, its clock.

use crate::fiber::{Fiber, Signal, Suspender};
use crate::fingerprint::{Fingerprint, Fingerprinter};
use crate::heap;
use crate::memory::{Knowledge, View};
use crate::object::{Object, ObjectId, Region, Site};
use crate::operation::{Choice, Operation, Readiness, Reason};
use crate::panics::Panic;
use crate::plain::Plain;
use crate::plain::order::Order;
use crate::plain::{access, blocks};
use crate::seen::Seen;
use crate::stream::Stream;
use crate::tables::{NO_PARENT, OperationEntry, Origin, Position, Tables};
use crate::tally::Tally;
use crate::thread::{Ending, Thread};
use crate::watchdog;
use interleave_request::{Memory, Merging, Model, Time};
use std::any::Any;
use std::cell::{Cell, RefCell};
use std::collections::HashMap;
use std::ops::Range;
use std::ptr;
use std::time::Duration;

/// A thread in one execution.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ThreadId(pub(crate) usize);

impl ThreadId {
    /// The thread that runs `main`.
    pub const MAIN: ThreadId = ThreadId(0);
}

/// Who runs at the moment, on this thread of the operating system.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Place {
    /// No exploration.
    Outside,
    /// A thread of the explored program.
    Thread,
    /// The scheduler. What it calls of the program (a `Debug`) performs no operations.
    Scheduler,
    /// A thread whose execution is over, and whose destructors run: they perform no operations.
    Abandoning,
}

thread_local! {
    static PLACE: Cell<Place> = const { Cell::new(Place::Outside) };
    static WORLD: Cell<*mut World> = const { Cell::new(ptr::null_mut()) };
}

pub(crate) fn place() -> Place {
    PLACE.get()
}

pub(crate) fn set_place(place: Place) {
    PLACE.set(place);
}

/// Whether a thread of an explored program runs, which performs operations.
///
/// False in what the scheduler itself calls of the program (a `Debug` of a value that it shows),
/// in destructors after the end of an execution, and outside of any exploration: there a stand-in
/// must do without operations.
pub fn running() -> bool {
    place() == Place::Thread
}

/// Whether no exploration is going on here at all.
pub(crate) fn outside() -> bool {
    place() == Place::Outside
}

/// Registers an object that the running thread makes at `site`, and returns its stamp.
pub(crate) fn birth(site: Site) -> u64 {
    with(|world| world.born(site)).unwrap_or(0)
}

/// Stops the running fiber, whose execution is over, for good.
pub(crate) fn stop_here() -> ! {
    // SAFETY: the world outlives its fibers, and the scheduler holds no reference to it here.
    let suspender = unsafe {
        let world = &*WORLD.get();
        world.threads[world.running.0].fiber.suspender()
    };
    loop {
        suspender.suspend();
    }
}

/// Makes `world` the one that [`with`] finds.
pub(crate) fn set_world(world: *mut World) {
    WORLD.set(world);
}

/// Calls `f` with the world, if the caller is a thread of an explored program.
///
/// For what is local to the running thread; what others can notice is an operation.
pub fn with<R>(f: impl FnOnce(&mut World) -> R) -> Option<R> {
    if place() != Place::Thread {
        return None;
    }
    // SAFETY: while a thread of the program runs, the scheduler holds no reference to the world,
    // and `f` is called in a place in which this function answers nothing, so there is no second.
    watchdog::scheduler_runs();
    set_place(Place::Scheduler);
    let result = f(unsafe { &mut *WORLD.get() });
    crate::fiber::wipe();
    set_place(Place::Thread);
    watchdog::program_runs();
    Some(result)
}

/// As [`with`], for an access to memory: it is no sign of life, since a thread that makes nothing
/// else gets nowhere.
///
/// # Panics
///
/// Panics if the caller is no thread of an explored program.
pub(crate) fn glance<R>(f: impl FnOnce(&mut World) -> R) -> R {
    assert_eq!(place(), Place::Thread);
    set_place(Place::Scheduler);
    // SAFETY: as in `with`.
    let result = f(unsafe { &mut *WORLD.get() });
    crate::fiber::wipe();
    set_place(Place::Thread);
    result
}

struct Slot {
    number: u32,
    state: Option<Box<dyn Object>>,
    /// What the operations on it were, and in which order.
    version: Fingerprint,
    /// What it held after the latest of them.
    held: Fingerprint,
    /// What those knew of the timelines who have used it.
    view: View,
    /// The memory that belongs to it, and the block in which that lies.
    region: (Range<usize>, Option<u64>),
    /// Whether a thread that has it to itself has learnt what it holds, and may change it, since it
    /// was used last.
    lent: bool,
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

/// A step that the scheduler can choose.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Turn {
    pub(crate) thread: ThreadId,
    pub(crate) choice: Choice,
}

/// What every thread is about to do, and who may.
#[derive(Debug, Default)]
pub(crate) struct Survey {
    pub(crate) turns: Vec<Turn>,
    /// Threads that cannot go on; without a reason: that are held back, since the order in which
    /// they and the one turn happen makes no difference.
    pub(crate) waiting: Vec<(ThreadId, Option<Reason>)>,
    /// Threads whose turn it is only because they may go on for no reason, and why nothing else
    /// lets them.
    pub(crate) spurious: Vec<(ThreadId, Reason)>,
    /// Those among who can go on that may also be kept waiting.
    pub(crate) may_wait: Vec<ThreadId>,
}

impl Survey {
    pub(crate) fn is_spurious(&self, turn: &Turn) -> bool {
        let listed = |(thread, _): &(ThreadId, Reason)| *thread == turn.thread;
        turn.choice != Choice::TimeOut && self.spurious.iter().any(listed)
    }

    /// The same if nobody goes on for no reason.
    pub(crate) fn without_spurious(&self) -> Survey {
        let turns = self.turns.iter().filter(|turn| !self.is_spurious(turn));
        let mut waiting = self.waiting.clone();
        for (thread, reason) in &self.spurious {
            waiting.push((*thread, Some(reason.clone())));
        }
        Survey {
            turns: turns.copied().collect(),
            waiting,
            spurious: Vec::new(),
            may_wait: self.may_wait.clone(),
        }
    }

    /// Where all who can go on for a reason may also be kept waiting, adds that the first of them
    /// is.
    fn offer_to_wait(&mut self) {
        let may_wait = |turn: &Turn| self.may_wait.contains(&turn.thread);
        let goes_on = |turn: &Turn| !may_wait(turn) && !self.is_spurious(turn);
        if self.turns.iter().any(goes_on) {
            return;
        }
        if let Some(first) = self.turns.iter().position(may_wait) {
            let waits = Turn {
                choice: Choice::Way(1),
                ..self.turns[first]
            };
            self.turns.insert(first + 1, waits);
        }
    }
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
            touched: HashMap::new(),
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

    // ---- for stand-ins ----

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

    /// Puts into the running thread's history what it learns of an object without a step, because
    /// it has the object to itself: it takes the object apart, or has the only reference to it.
    ///
    /// What the others did to the object is in their histories, not in this one's, and once the
    /// object is gone it is in no state any more.
    pub fn learn(&mut self, id: ObjectId, seen: Seen) {
        let version = match self.model.merging {
            Merging::History => self.objects[id.0].version,
            Merging::Values | Merging::Never => Fingerprint::default(),
        };
        self.objects[id.0].lent = true;
        let thread = &mut self.threads[self.running.0];
        thread.history = thread.history.then(seen.0).then(version);
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

    // ---- objects ----

    fn born(&mut self, site: Site) -> u64 {
        let id = self.add_made(site);
        self.epoch << 32 | id.0 as u64
    }

    pub(crate) fn epoch(&self) -> u64 {
        self.epoch
    }

    fn add(&mut self, origin: Origin, site: Option<Site>) -> ObjectId {
        let number = self.tables.object(origin, site);
        self.objects.push(Slot {
            number,
            state: None,
            version: Fingerprint::default(),
            held: Fingerprint::default(),
            view: View::default(),
            region: (0..0, None),
            lent: false,
        });
        ObjectId(self.objects.len() - 1)
    }

    pub(crate) fn add_static(&mut self, site: Site, address: usize) -> ObjectId {
        self.add(Origin::Static(address), Some(site))
    }

    /// An object that the running thread touches as the first one, where it cannot be told which
    /// thread has made it. Which number it gets depends on who comes first, so it becomes part of
    /// the histories of those who use it.
    pub(crate) fn add_first_touched(&mut self, site: Site) -> ObjectId {
        let place = ptr::from_ref(site) as usize;
        let nth = self
            .touched
            .entry(place)
            .and_modify(|nth| *nth += 1)
            .or_insert(0);
        let origin = Origin::Touched {
            site: place,
            nth: *nth,
        };
        self.add(origin, Some(site))
    }

    /// An object that the running thread makes.
    fn add_made(&mut self, site: Site) -> ObjectId {
        let thread = &mut self.threads[self.running.0];
        let place = ptr::from_ref(site) as usize;
        let nth = thread
            .made
            .entry(place)
            .and_modify(|nth| *nth += 1)
            .or_insert(0);
        let origin = Origin::MadeBy {
            thread: thread.number,
            site: place,
            nth: *nth,
        };
        self.add(origin, Some(site))
    }

    /// Forgets an object of this execution that is being dropped by the running thread.
    pub(crate) fn remove(&mut self, stamp: u64) {
        let Some(id) = self.known(stamp) else { return };
        if self.state(id).has_destructor() {
            self.learn(id, Seen(self.holds(id)));
        }
        self.objects[id.0].state = None;
    }

    /// The object of this execution with this stamp, if it has been used.
    pub(crate) fn known(&self, stamp: u64) -> Option<ObjectId> {
        let id = ObjectId((stamp & u64::from(u32::MAX)) as usize);
        (stamp >> 32 == self.epoch && self.has_state(id)).then_some(id)
    }

    /// Notes that the running thread does what makes a difference, if it does so in the destructor
    /// of a counted value (an `Arc`): then it matters which thread drops the last pointer, and when.
    pub(crate) fn note_last_drop(&mut self) {
        self.watched.counts |= self.threads[self.running.0].drops.contains(&true);
    }

    /// An object that stands for plain memory, and whether none was met before that did.
    pub(crate) fn add_memory(&mut self, origin: Origin) -> (ObjectId, bool) {
        let is_new = !self.tables.knows(origin);
        (self.add(origin, None), is_new)
    }

    pub(crate) fn order_of(&self, id: ObjectId) -> Order {
        let state = self.objects[id.0].state.as_ref();
        state.map_or(Order::Nothing, |state| state.order())
    }

    pub(crate) fn has_state(&self, id: ObjectId) -> bool {
        self.objects[id.0].state.is_some()
    }

    /// Notes that an object is used, and where its memory lies: it may have been moved since it was
    /// last used.
    pub(crate) fn set_region(&mut self, id: ObjectId, (start, length): Region) {
        self.objects[id.0].lent = false;
        if self.watched.rounds {
            let start = start as usize;
            self.objects[id.0].region = (start..start + length, heap::serial(start));
        }
    }

    /// The objects that are there, and their memory. One that has been moved and not used since has
    /// none: there may be something else now. What is lent is a thread's own like any other memory.
    pub(crate) fn regions_of_objects(&self) -> impl Iterator<Item = (ObjectId, Range<usize>)> {
        let objects = self.objects.iter().enumerate();
        objects.filter_map(|(index, slot)| {
            let (region, block) = &slot.region;
            let there = slot.state.is_some() && !slot.lent && heap::serial(region.start) == *block;
            there.then(|| (ObjectId(index), region.clone()))
        })
    }

    pub(crate) fn set_state(&mut self, id: ObjectId, state: Box<dyn Object>) {
        self.tables.object_mut(self.objects[id.0].number).kind = state.kind();
        self.objects[id.0].state = Some(state);
        self.objects[id.0].held = self.holds(id);
    }

    /// The fingerprint of what an object holds.
    fn holds(&self, id: ObjectId) -> Fingerprint {
        let mut all = Fingerprinter::new();
        self.state(id).fingerprint(self, &mut all);
        all.finish()
    }

    fn state(&self, id: ObjectId) -> &dyn Object {
        let state = self.objects[id.0].state.as_deref();
        state.expect("an object in use has a state")
    }

    fn note_use(&self, id: ObjectId, changed: bool) {
        if let Some(used) = &mut *self.used.borrow_mut() {
            match used.iter_mut().find(|(other, _)| *other == id) {
                Some((_, already)) => *already |= changed,
                None => used.push((id, changed)),
            }
        }
    }

    /// What an object shows now, if it is still there.
    pub(crate) fn shown(&self, id: ObjectId) -> Option<String> {
        let state = self.objects[id.0].state.as_ref()?;
        Some(state.show(self))
    }

    /// What every object shows now: its number, and its state as text.
    pub(crate) fn values(&self) -> Vec<(u32, String)> {
        let shown = |slot: &Slot| Some((slot.number, slot.state.as_ref()?.show(self)));
        let mut values: Vec<_> = self.objects.iter().filter_map(shown).collect();
        values.sort_unstable();
        values
    }

    // ---- threads ----

    pub(crate) fn add_thread(
        &mut self,
        parent: Option<ThreadId>,
        fiber: Fiber,
        site: Option<Site>,
        name: Option<&str>,
    ) -> ThreadId {
        let parent_id = parent;
        let (parent, nth, history, knowledge) = match parent {
            None => (NO_PARENT, 0, Fingerprint::default(), Knowledge::default()),
            Some(parent) => {
                let parent = &mut self.threads[parent.0];
                parent.started += 1;
                let knowledge = Knowledge::of_child(&parent.knowledge);
                (parent.number, parent.started, parent.history, knowledge)
            }
        };
        let number = self.tables.thread(parent, nth, site, name);
        // No two threads ever have the same history: a history also stands for what a thread has
        // made of a value that cannot be looked into.
        let history = history.then(Fingerprint::of(&number.to_le_bytes()));
        let mut thread = Thread::new(number, fiber, history, name);
        thread.knowledge = knowledge;
        self.threads.push(thread);
        let child = ThreadId(self.threads.len() - 1);
        if let Some(parent) = parent_id {
            self.order_child(parent, child);
        }
        child
    }

    /// Notes that the running thread has come to `operation`.
    pub(crate) fn park(
        &mut self,
        operation: &'static mut dyn Operation,
        marker: *const u8,
    ) -> Suspender {
        let what = operation.what();
        let deadline = what.timeout.map(|timeout| self.clock + timeout);
        let site = what.site;
        self.note_last_drop();
        let writes = self
            .plain
            .as_mut()
            .map_or(0, |plain| plain.knows(self.running).writes);
        let thread = &mut self.threads[self.running.0];
        thread.deadline = deadline;
        let suspender = thread.fiber.suspender();
        let stack = suspender.stack_above(marker);
        thread.stack = stack.clone();
        if self.model.merging != Merging::Never {
            // SAFETY: all threads are suspended but this one, which is here.
            unsafe { self.come_round(stack, writes) };
        }
        let thread = &mut self.threads[self.running.0];
        let known = self
            .tables
            .parked_at(thread.number, thread.history)
            .is_some();
        thread.position = match site {
            _ if known => None,
            Some(site) => Some(self.tables.position(site)),
            None => None,
        };
        if !known && thread.position.is_none_or(|position| position == (0, 0)) {
            thread.position = crate::backtrace::caller(&self.tables);
            crate::fiber::wipe_much();
        }
        thread.park(operation);
        suspender
    }

    /// The number of the operation at which `thread` is parked.
    pub(crate) fn operation_number(&mut self, thread: ThreadId) -> Option<u32> {
        let parked = &self.threads[thread.0];
        let what = parked.operation()?.what();
        if let Some(number) = self.tables.parked_at(parked.number, parked.history) {
            let known = &self.tables.operations.entries()[number as usize];
            let object = what.object.map(|object| self.object_number(object));
            let same_object = known.object == object || !interleave_introspect::ANY_TYPE;
            if known.verb != what.verb || !same_object {
                self.different.get_or_insert((number, what.verb));
            }
            return Some(number);
        }
        let entry = OperationEntry {
            verb: what.verb,
            object: what.object.map(|object| self.object_number(object)),
            detail: what.detail.map(|detail| detail(self)).unwrap_or_default(),
            position: parked.position.unwrap_or((0, 0)),
        };
        let (thread, history) = (parked.number, parked.history);
        let number = self.tables.operations.number(entry);
        self.tables.set_parked_at(thread, history, number);
        Some(number)
    }

    /// Who may go on, and why the others may not.
    pub(crate) fn survey(&self) -> Survey {
        let mut survey = Survey::default();
        let mut at_once = None;
        let mut sleepers: Vec<(Duration, ThreadId, Reason)> = Vec::new();
        for thread in self.threads_in_order() {
            let Some(operation) = self.threads[thread.0].operation() else {
                continue;
            };
            let readiness = operation.readiness(self, thread);
            match self.reliably(readiness, thread, &mut survey) {
                Readiness::Ready(ways) => survey.turns.extend((0..ways).map(|way| Turn {
                    thread,
                    choice: Choice::Way(way),
                })),
                Readiness::AtOnce => {
                    at_once.get_or_insert(thread);
                }
                Readiness::MayWait => {
                    survey.may_wait.push(thread);
                    survey.turns.push(Turn {
                        thread,
                        choice: Choice::Way(0),
                    });
                }
                Readiness::Blocked(reason) => survey.waiting.push((thread, Some(reason))),
                Readiness::UntilDeadline(_) if self.model.time == Time::Anytime => {
                    survey.turns.push(Turn {
                        thread,
                        choice: Choice::TimeOut,
                    });
                }
                Readiness::UntilDeadline(reason) => {
                    let deadline = self.threads[thread.0].deadline.unwrap_or_default();
                    sleepers.push((deadline, thread, reason));
                }
                Readiness::Spurious { .. } => unreachable!("it was made another one"),
            }
        }
        if let Some(thread) = at_once {
            survey.turns = vec![Turn {
                thread,
                choice: Choice::Way(0),
            }];
        }
        let earliest = sleepers.iter().map(|(deadline, ..)| *deadline).min();
        let time_passes = survey.turns.iter().all(|turn| survey.is_spurious(turn));
        for (deadline, thread, reason) in sleepers {
            if time_passes && Some(deadline) == earliest {
                survey.turns.push(Turn {
                    thread,
                    choice: Choice::TimeOut,
                });
            } else {
                survey.waiting.push((thread, Some(reason)));
            }
        }
        // Who has a turn does not wait, even if nothing but chance gives it.
        let spurious = &survey.spurious;
        let has_turn = |one: ThreadId| spurious.iter().any(|(thread, _)| *thread == one);
        survey.waiting.retain(|(thread, _)| !has_turn(*thread));
        if at_once.is_some() {
            self.hold_back(&mut survey);
        }
        survey.offer_to_wait();
        survey
    }

    /// What a thread can do if it does not go on for no reason. If it may do that as well, it gets
    /// a turn for it.
    fn reliably(&self, readiness: Readiness, thread: ThreadId, survey: &mut Survey) -> Readiness {
        let Readiness::Spurious { reason, gives_up } = readiness else {
            return readiness;
        };
        if self.model.spurious_wakeups {
            survey.turns.push(Turn {
                thread,
                choice: Choice::Way(0),
            });
            survey.spurious.push((thread, reason.clone()));
        }
        match gives_up {
            true => Readiness::UntilDeadline(reason),
            false => Readiness::Blocked(reason),
        }
    }

    /// Lists everybody who is neither chosen nor known to wait as held back.
    fn hold_back(&self, survey: &mut Survey) {
        for thread in self.threads_in_order() {
            let chosen = survey.turns.iter().any(|turn| turn.thread == thread);
            let waits = survey.waiting.iter().any(|(waiting, _)| *waiting == thread);
            if self.threads[thread.0].operation().is_some() && !chosen && !waits {
                survey.waiting.push((thread, None));
            }
        }
    }

    /// All threads, by their numbers.
    fn threads_in_order(&self) -> Vec<ThreadId> {
        let mut order: Vec<_> = (0..self.threads.len()).map(ThreadId).collect();
        order.sort_unstable_by_key(|thread| self.thread_number(*thread));
        order
    }

    /// Lets the operation of `turn` take effect. Says what came of it, if `recording`.
    pub(crate) fn take_effect(&mut self, turn: Turn, recording: bool) -> Option<String> {
        self.steps += 1;
        self.running = turn.thread;
        self.recording = recording;
        self.note = None;
        if turn.choice == Choice::TimeOut {
            let deadline = self.threads[turn.thread.0].deadline.unwrap_or_default();
            self.clock = self.clock.max(deadline);
        }
        self.tally(turn.thread);
        *self.used.borrow_mut() = Some(Vec::new());
        let operation = self.threads[turn.thread.0].unpark();
        let on = operation.what().object;
        let seen = operation.take_effect(self, turn.thread, turn.choice);
        let used = self.used.borrow_mut().take().unwrap_or_default();
        let mut history = Fingerprinter::new();
        history.fingerprint(self.threads[turn.thread.0].history);
        history.number(match turn.choice {
            Choice::Way(way) => way.into(),
            Choice::TimeOut => u64::MAX,
        });
        history.fingerprint(seen.0);
        if !interleave_introspect::ANY_TYPE {
            for (object, _) in &used {
                history.number(self.object_number(*object).into());
            }
        }
        if self.model.merging == Merging::History {
            for (object, _) in &used {
                history.fingerprint(self.objects[object.0].version);
            }
        }
        let history = history.finish();
        self.threads[turn.thread.0].history = history;
        if self.model.memory == Memory::Weak {
            self.hand_on_views(turn.thread, &used);
        }
        self.order_operation(turn.thread, on, &used);
        for (object, changed) in used {
            if changed && self.model.merging == Merging::History {
                self.note_change(object, history);
            }
        }
        self.note.take()
    }

    /// Counts an operation among those that have changed an object. One that has left it as it
    /// was is like one that has only read it: nobody can tell whether it has happened. So a thread
    /// that tries in vain to set a flag that is set comes round to where it was.
    fn note_change(&mut self, object: ObjectId, history: Fingerprint) {
        if !self.has_state(object) {
            return;
        }
        let holds = self.holds(object);
        let slot = &mut self.objects[object.0];
        if slot.held != holds {
            slot.held = holds;
            slot.version = slot.version.then(history);
        }
    }

    /// A lock, a channel and the like hands on what is known of the timelines: whoever uses it
    /// gets to know what those knew who have changed it. Atomics do that by their orderings alone.
    fn hand_on_views(&mut self, thread: ThreadId, used: &[(ObjectId, bool)]) {
        let view = &mut self.threads[thread.0].knowledge.view;
        let handing = |slot: &&mut Slot| slot.state.as_ref().is_none_or(|state| !state.is_atomic());
        for (object, _) in used {
            if let Some(slot) = Some(&mut self.objects[object.0]).filter(handing) {
                view.join(&slot.view);
            }
        }
        for (object, changed) in used {
            if let Some(slot) = Some(&mut self.objects[object.0]).filter(handing)
                && *changed
            {
                slot.view.join(view);
            }
        }
    }

    /// `thread` gets to know what another knows, which it has waited for.
    pub(crate) fn learn_from(&mut self, thread: ThreadId, other: ThreadId) {
        if self.model.memory == Memory::Weak {
            let view = self.threads[other.0].knowledge.view.clone();
            self.threads[thread.0].knowledge.view.join(&view);
        }
    }

    /// Resumes a thread until it has come to its next operation or has ended, and does the same
    /// for the threads that it has started.
    ///
    /// # Safety
    ///
    /// `world` must be the world of [`set_world`], and nobody may hold a reference to it.
    pub(crate) unsafe fn run(world: *mut World, thread: ThreadId) {
        // SAFETY: as promised; the references end before the thread runs. The fiber lies in a box
        // that does not move when threads are added.
        let fiber: *mut Fiber = unsafe {
            let world = &mut *world;
            world.running = thread;
            if world.watched.rounds {
                world.elsewhere_before = world.elsewhere(thread);
            }
            let stack = world.threads[thread.0].fiber.stack();
            access::run_on(stack, world.watched.stacks);
            blocks::run(world.threads[thread.0].number);
            &mut *world.threads[thread.0].fiber
        };
        set_place(Place::Thread);
        watchdog::program_runs();
        // SAFETY: nobody else uses the fiber while it runs.
        let finished = unsafe { (*fiber).resume(Signal::Go) };
        watchdog::scheduler_runs();
        set_place(Place::Scheduler);
        // SAFETY: the thread is suspended again.
        let world_now = unsafe { &mut *world };
        world_now.threads[thread.0].begun = true;
        if finished && world_now.threads[thread.0].ending.is_none() {
            world_now.threads[thread.0].ending = Some(Ending::default());
        }
        let fresh = world_now.threads.iter().position(|thread| !thread.begun);
        if let Some(fresh) = fresh {
            // SAFETY: as promised.
            unsafe { World::run(world, ThreadId(fresh)) };
        }
    }

    // ---- states ----

    /// The fingerprint of the state: equal fingerprints, equal futures.
    pub(crate) fn fingerprint(&self) -> Fingerprint {
        let mut parts: Vec<(u32, Fingerprint)> = Vec::new();
        for thread in &self.threads {
            let mut all = Fingerprinter::new();
            thread.fingerprint(self, &mut all);
            parts.push((thread.number, all.finish()));
        }
        parts.sort_unstable();
        let threads = parts.len();
        for slot in &self.objects {
            let Some(state) = &slot.state else { continue };
            let mut all = Fingerprinter::new();
            match self.model.merging {
                Merging::History => all.fingerprint(slot.version),
                Merging::Values | Merging::Never => {
                    state.fingerprint(self, &mut all);
                    if self.model.memory == Memory::Weak {
                        slot.view.fingerprint(self, &mut all);
                    }
                }
            }
            parts.push((slot.number, all.finish()));
        }
        parts[threads..].sort_unstable();
        let mut all = Fingerprinter::new();
        all.number(threads as u64);
        if self.model.memory == Memory::Weak {
            self.consistent.fingerprint(self, &mut all);
        }
        if self.watched.clock {
            all.wide(self.clock.as_nanos());
        }
        if let Some(tally) = &self.tally {
            tally.fingerprint(&mut all);
        }
        self.fingerprint_order(&mut all);
        for (number, part) in parts {
            all.number(number.into());
            all.fingerprint(part);
        }
        all.finish()
    }

    /// What was printed to one of the streams.
    pub(crate) fn printed(&self, stream: Stream) -> &str {
        self.object::<crate::stream::Printed>(stream.object())
            .text()
    }

    /// The place at which a thread is parked.
    pub(crate) fn parked_position(&mut self, thread: ThreadId) -> Position {
        self.operation_number(thread).map_or((0, 0), |number| {
            self.tables.operations.entries()[number as usize].position
        })
    }
}
