//! The search: runs the program again and again, each time along another schedule, until every
//! step from every state has been taken.
//!
//! An execution cannot be copied or set back, so to take another step from an earlier state the
//! program is run afresh along the steps that led there. An execution ends as soon as it comes to
//! a state that is known: what can happen from there is being seen to already.

use crate::exploration::Cut;
use crate::fiber::Fiber;
use crate::graph::{Edge, Graph, State, Step, Waiting, WaitingFor};
use crate::heap;
use crate::options::Options;
use crate::outcome::{self, Kind, Outcome, Trouble};
use crate::panics;
use crate::plain::place::Cell;
use crate::plain::{Plain, blocks, statics};
use crate::stream::Stream;
use crate::tables::Tables;
use crate::thread::{boxed, outlive};
use crate::world::{self, Place, Survey, ThreadId, Turn, Watched, World};
use interleave_request::{MemoryNames, Merging, Progress};
use std::collections::VecDeque;
use std::rc::Rc;
use std::sync::atomic::{AtomicU64, Ordering::Relaxed};
use std::time::Instant;

/// The program that is explored: returns the exit status of main.
pub(crate) type Program = dyn Fn() -> i32 + Send + Sync;

/// A search that is going on.
pub(crate) struct Search {
    pub(crate) options: Options,
    pub(crate) graph: Graph,
    pub(crate) executions: u64,
    pub(crate) steps: u64,
    pub(crate) cut: Option<Cut>,
    /// Whether states turned out to hide something, so that they were merged by history.
    pub(crate) hidden: bool,
    /// How many schedules were tried at random after the search was cut.
    pub(crate) samples: u32,
    random: Random,
    /// The schedule that is to be followed, if that is what this search is for, and the state to
    /// which it has led.
    given: Option<Vec<u32>>,
    arrived: Option<u32>,
    pub(crate) watched: Watched,
    /// The plain memory for which threads race.
    contested: Rc<Vec<Cell>>,
    /// What the program calls plain memory.
    memory: Rc<MemoryNames>,
    todo: VecDeque<Step>,
    started: Instant,
    world: *mut World,
    /// Where the execution that is going on stands: its latest step.
    latest: Option<Step>,
    /// Whether the latest step is taken for the first time.
    is_first: bool,
    report: Box<dyn Fn(Progress) + Send>,
}

// SAFETY: the pointer to the world is only used while an execution goes on, by the thread of the
// operating system that runs it, or by the watcher once that one is stuck for good.
unsafe impl Send for Search {}

/// Where an execution has come to.
enum Arrival {
    New(u32),
    Known(u32),
    End,
}

/// What an execution is for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Aim {
    /// To come to states that are not known yet, and to stop at one that is.
    New,
    /// To try a schedule at random, up to its end.
    Sample,
    /// To go along a schedule that was given.
    Follow,
}

/// Schedules at random are not followed further than this many steps.
const LONGEST_SAMPLE: usize = 5_000;

/// Numbers at random, the same every time: a linear congruential generator (Knuth's MMIX).
struct Random(u64);

impl Default for Random {
    fn default() -> Self {
        Random(0x9E37_79B9_7F4A_7C15)
    }
}

impl Random {
    fn below(&mut self, limit: usize) -> u32 {
        self.0 = self
            .0
            .wrapping_mul(6364136223846793005)
            .wrapping_add(1442695040888963407);
        ((self.0 >> 33) % limit as u64) as u32
    }
}

fn next_epoch() -> u64 {
    static EPOCH: AtomicU64 = AtomicU64::new(1);
    EPOCH.fetch_add(1, Relaxed)
}

impl Search {
    pub(crate) fn new(options: Options, report: Box<dyn Fn(Progress) + Send>) -> Self {
        Search {
            graph: Graph::new(Tables::new(&options)),
            executions: 0,
            steps: 0,
            cut: None,
            hidden: false,
            samples: 0,
            random: Random::default(),
            given: None,
            arrived: None,
            watched: Watched::default(),
            contested: Rc::default(),
            memory: Rc::new(options.memory.clone()),
            todo: VecDeque::new(),
            started: Instant::now(),
            world: std::ptr::null_mut(),
            latest: None,
            is_first: false,
            report,
            options,
        }
    }

    /// Goes on until all is explored (true), or until this thread of the operating system cannot
    /// be used any more (false): then another one must go on.
    pub(crate) fn go_on(&mut self, program: &'static Program) -> bool {
        loop {
            if panics::tainted() {
                return false;
            }
            let watched = match self.next_path() {
                _ if self.given.is_some() && self.arrived.is_some() => return true,
                _ if self.given.is_some() => self.execute(program, &[], Aim::Follow),
                Some(path) => self.execute(program, &path, Aim::New),
                None if self.wants_samples() => {
                    self.samples += 1;
                    self.execute(program, &[], Aim::Sample)
                }
                None if self.hidden && self.options.model.merging == Merging::Values => {
                    self.begin_anew(self.watched, Merging::History);
                    continue;
                }
                None => return true,
            };
            if watched != self.watched {
                self.begin_anew(watched, self.options.model.merging);
            }
            if self.executions.is_multiple_of(1024) {
                (self.report)(self.progress());
            }
        }
    }

    /// Makes it a search along one schedule: at each state, which of its steps is taken.
    /// What the program looks at decides which steps there are.
    pub(crate) fn follow(&mut self, schedule: &[u32], watched: Watched) {
        self.watched = watched;
        self.given = Some(schedule.to_vec());
    }

    /// The outcome to which that schedule has led.
    pub(crate) fn followed(&self) -> Option<u32> {
        self.graph.states[self.arrived? as usize].outcome
    }

    /// Whether schedules are to be tried at random, because the search was cut.
    fn wants_samples(&self) -> bool {
        let cut = matches!(
            self.cut,
            Some(Cut::States(_) | Cut::Steps(_) | Cut::Time(_))
        );
        cut && self.samples < self.options.limits.samples
    }

    pub(crate) fn progress(&self) -> Progress {
        Progress {
            executions: self.executions,
            states: self.graph.states.len(),
            open: self.todo.len(),
        }
    }

    /// The steps to a state, and one from there that was not taken yet.
    fn next_path(&mut self) -> Option<Vec<Step>> {
        if self.executions == 0 || self.graph.states.is_empty() {
            return Some(Vec::new());
        }
        if let Some(Cut::Nondeterminism(_)) = self.cut {
            return None;
        }
        let limits = &self.options.limits;
        if self.graph.states.len() > limits.states {
            self.cut.get_or_insert(Cut::States(limits.states));
            return None;
        }
        if self.started.elapsed() >= limits.time && !self.todo.is_empty() {
            self.cut.get_or_insert(Cut::Time(limits.time));
            return None;
        }
        // Where threads race, the search may well be cut, and what is near the start is worth more.
        let step = match self.watched.contested {
            0 => self.todo.pop_back()?,
            _ => self.todo.pop_front()?,
        };
        let mut path = self.graph.path_to(step.from);
        path.push(step);
        Some(path)
    }

    fn begin_anew(&mut self, watched: Watched, merging: Merging) {
        self.watched = watched;
        self.options.model.merging = merging;
        let tables = Tables::new(&self.options);
        self.graph = Graph::new(tables);
        self.todo.clear();
        self.arrived = None;
        self.cut = None;
        self.hidden = false;
        self.samples = 0;
    }

    /// Runs the program along `path`, and then on, by the first step from each state, until a
    /// known state or the end; or by steps at random. Says what the program has been seen to
    /// look at.
    fn execute(&mut self, program: &'static Program, path: &[Step], aim: Aim) -> Watched {
        self.executions += 1;
        let mut world = self.open_world(program);
        let world: *mut World = &mut *world;
        self.world = world;
        self.latest = None;
        // SAFETY: this is the world that was just opened, and no reference to it is held while a
        // thread of the program runs.
        unsafe { World::run(world, ThreadId::MAIN) };
        let mut given = path.iter().copied();
        let mut chosen = self.given.clone().unwrap_or_default().into_iter();
        loop {
            // SAFETY: no thread of the program runs.
            let now = unsafe { &mut *world };
            if now.watched.rounds != self.watched.rounds {
                // A loop that comes round would have no end as long as it is not seen to do so.
                break;
            }
            let step = match given.next() {
                Some(step) => step,
                None => match (self.arrive(now), aim) {
                    (Arrival::New(from), Aim::New) => Step { from, edge: 0 },
                    (Arrival::New(from) | Arrival::Known(from), Aim::Sample) => {
                        let edges = self.graph.states[from as usize].edges.len();
                        Step {
                            from,
                            edge: self.random.below(edges),
                        }
                    }
                    (Arrival::New(from) | Arrival::Known(from), Aim::Follow) => {
                        self.arrived = Some(from);
                        let edges = self.graph.states[from as usize].edges.len();
                        match chosen.next() {
                            Some(edge) if (edge as usize) < edges => Step { from, edge },
                            _ => break,
                        }
                    }
                    (Arrival::Known(_), Aim::New) | (Arrival::End, _) => break,
                },
            };
            if aim == Aim::New && self.graph.states.len() > self.options.limits.states {
                break;
            }
            if given.len() == 0 && self.is_too_long(aim) {
                break;
            }
            if let Err(difference) = self.take(now, step) {
                self.cut = Some(Cut::Nondeterminism(difference));
                break;
            }
            if now.over.is_none() {
                let thread = now.running;
                // SAFETY: as above; `now` is not used after this.
                unsafe { World::run(world, thread) };
            }
            // SAFETY: no thread of the program runs.
            let now = unsafe { &mut *world };
            self.show_written(now, step);
            self.keep_races(now, step);
        }
        // SAFETY: no thread of the program runs, nor will it again.
        self.close_world(unsafe { &mut *world })
    }

    /// Whether the schedule has become too long to be followed any further.
    fn is_too_long(&mut self, aim: Aim) -> bool {
        // SAFETY: the world is open, and no thread of the program runs.
        let steps = unsafe { (*self.world).steps };
        let limit = self.options.limits.steps;
        match aim {
            Aim::New if steps >= limit => {
                self.cut.get_or_insert(Cut::Steps(limit));
                true
            }
            Aim::New | Aim::Follow => false,
            Aim::Sample => steps >= limit.min(LONGEST_SAMPLE),
        }
    }

    fn open_world(&mut self, program: &'static Program) -> Box<World> {
        let tables = std::mem::take(&mut self.graph.tables);
        let mut world = Box::new(World::new(
            next_epoch(),
            self.options.model,
            tables,
            self.watched,
        ));
        if self.options.sees_memory {
            statics::prepare();
            statics::restore();
            blocks::begin();
            world.plain = Some(Box::new(Plain::new(
                Rc::clone(&self.contested),
                Rc::clone(&self.memory),
            )));
        }
        world::set_world(&mut *world);
        if self.watched.rounds {
            heap::begin();
        }
        world::set_place(Place::Scheduler);
        let main = move || {
            let left = |status: &i32| crate::current::contents(status);
            let keep = |result: std::thread::Result<i32>| {
                world::with(|world| world.main_status = result.unwrap_or(101));
            };
            outlive(program, left, keep)
        };
        // SAFETY: main borrows nothing but the program, which is there for ever.
        let fiber = unsafe { Fiber::new(boxed(main)) };
        world.add_thread(None, fiber, None, None);
        world
    }

    /// Ends all threads, the latest first: a thread may borrow from those that were there before.
    fn close_world(&mut self, world: &mut World) -> Watched {
        heap::end();
        for index in (0..world.threads.len()).rev() {
            world.running = ThreadId(index);
            let thread = &mut world.threads[index];
            let may_unwind = !thread.panics.unwinding();
            let fiber: *mut Fiber = &mut *thread.fiber;
            world::set_place(Place::Abandoning);
            // SAFETY: the fiber lies in a box of its own, and destructors that run on it perform
            // no operations, so nobody touches the list of threads meanwhile.
            unsafe { (*fiber).abandon(may_unwind) };
            drop(std::mem::take(&mut thread_locals(world, index)));
        }
        world::set_place(Place::Outside);
        world::set_world(std::ptr::null_mut());
        self.world = std::ptr::null_mut();
        self.graph.tables = std::mem::take(&mut world.tables);
        if let Some(plain) = world.plain.take() {
            blocks::end();
            Rc::make_mut(&mut self.contested).extend(&plain.found);
        }
        world.watched
    }

    /// Takes note of the state to which the execution has come.
    fn arrive(&mut self, world: &mut World) -> Arrival {
        let survey = world.survey();
        let outcome = outcome::of(world, &survey, world.main_status);
        let fingerprint = match self.options.model.merging {
            Merging::Never => None,
            _ => Some(world.fingerprint()),
        };
        // An ended execution is another state than one that could still go on.
        let fingerprint = fingerprint.map(|fingerprint| match &world.over {
            Some(over) => fingerprint.then(crate::Fingerprint::of(format!("{over:?}").as_bytes())),
            None => fingerprint,
        });
        if let Some(known) = fingerprint.and_then(|fingerprint| self.graph.known(fingerprint)) {
            self.reach(known);
            if outcome.is_some() {
                self.arrived = Some(known);
                return Arrival::End;
            }
            self.compare(world, &survey, known);
            return Arrival::Known(known);
        }
        let ended = outcome.is_some();
        let state = self.describe(world, survey, outcome);
        let edges = state.edges.len() as u32;
        let number = self.graph.add(state, fingerprint);
        self.reach(number);
        if ended {
            self.arrived = Some(number);
            return Arrival::End;
        }
        self.todo
            .extend((1..edges).rev().map(|edge| Step { from: number, edge }));
        Arrival::New(number)
    }

    fn reach(&mut self, state: u32) {
        if let Some(step) = self.latest {
            self.graph.edge_mut(step).to = Some(state);
        }
    }

    /// Two states that are taken for one must offer the same steps. If they do not, the program
    /// has state that its fingerprint does not show.
    fn compare(&mut self, world: &mut World, survey: &Survey, known: u32) {
        let known = &self.graph.states[known as usize];
        let same = known.edges.len() == survey.turns.len()
            && known.edges.iter().zip(&survey.turns).all(|(edge, turn)| {
                edge.thread == world.thread_number(turn.thread)
                    && edge.choice == turn.choice
                    && Some(edge.operation) == world.operation_number(turn.thread)
            });
        if !same {
            self.hidden = true;
        }
    }

    fn describe(&mut self, world: &mut World, survey: Survey, outcome: Option<Outcome>) -> State {
        let ended = outcome.is_some();
        let turns: &[Turn] = if ended { &[] } else { &survey.turns };
        let stuck = match !turns.is_empty() && turns.iter().all(|turn| survey.is_spurious(turn)) {
            true => outcome::of(world, &survey.without_spurious(), world.main_status),
            false => None,
        };
        let edge = |world: &mut World, turn: &Turn| Edge {
            thread: world.thread_number(turn.thread),
            choice: turn.choice,
            may_wait: survey.may_wait.contains(&turn.thread),
            operation: world
                .operation_number(turn.thread)
                .expect("a thread with a turn is parked"),
            result: None,
            to: None,
            spurious: survey.is_spurious(turn),
            races: Vec::new(),
        };
        let mut state = State {
            edges: turns.iter().map(|turn| edge(world, turn)).collect(),
            waiting: Vec::new(),
            outcome: outcome.map(|outcome| self.graph.outcome(outcome)),
            stuck: stuck.map(|outcome| self.graph.outcome(outcome)),
            reached_by: self.latest,
            values: Vec::new(),
        };
        for (thread, reason) in &survey.waiting {
            let operation = world
                .operation_number(*thread)
                .expect("a waiting thread is parked");
            let reason = reason.as_ref().map(|reason| WaitingFor {
                why: world.tables.strings.number(reason.why.to_owned()),
                object: reason.object.map(|object| world.object_number(object)),
                threads: reason
                    .threads
                    .iter()
                    .map(|t| world.thread_number(*t))
                    .collect(),
            });
            let thread = world.thread_number(*thread);
            state.waiting.push(Waiting {
                thread,
                operation,
                reason,
            });
        }
        for (object, text) in world.values() {
            state
                .values
                .push((object, world.tables.strings.number(text)));
        }
        state
    }

    /// Lets `step` take effect.
    ///
    /// # Errors
    ///
    /// What is different from the first time, if the program does not do the same again.
    fn take(&mut self, world: &mut World, step: Step) -> Result<(), String> {
        let edge = self.graph.edge(step).clone();
        let thread = (0..world.threads.len())
            .map(ThreadId)
            .find(|thread| world.thread_number(*thread) == edge.thread);
        let operation = thread.and_then(|thread| world.operation_number(thread));
        let same = operation == Some(edge.operation) && world.different.is_none();
        let (Some(thread), true) = (thread, same) else {
            return Err(self.difference(world, step, operation));
        };
        if let Some(plain) = &mut world.plain {
            plain.races.clear();
            plain.operation = operation;
        }
        let note = world.take_effect(
            Turn {
                thread,
                choice: edge.choice,
            },
            edge.to.is_none(),
        );
        self.is_first = edge.to.is_none();
        if let Some(note) = note {
            let number = world.tables.strings.number(note);
            self.graph.edge_mut(step).result = Some(number);
        }
        self.steps += 1;
        self.latest = Some(step);
        Ok(())
    }

    /// Says what a step has written, now that it has.
    fn show_written(&mut self, world: &mut World, step: Step) {
        let Some(written) = world.plain.as_mut().and_then(|plain| plain.written.take()) else {
            return;
        };
        // The step has said what was there before, if it was taken for the first time.
        let Some(before) = self.graph.edge(step).result.filter(|_| self.is_first) else {
            return;
        };
        let before = world.tables.strings.entries()[before as usize].clone();
        let Some(now) = world.shown(written) else {
            return;
        };
        let text = match before.is_empty() {
            true => now,
            false => format!("{now} (was {before})"),
        };
        let number = world.tables.strings.number(text);
        self.graph.edge_mut(step).result = Some(number);
    }

    /// Keeps the data races that a step, or what its thread did after it, has completed.
    fn keep_races(&mut self, world: &mut World, step: Step) {
        let Some(plain) = &mut world.plain else {
            return;
        };
        let known = &mut self.graph.edge_mut(step).races;
        for race in plain.races.drain(..) {
            if !known.contains(&race) {
                known.push(race);
            }
        }
    }

    fn difference(&self, world: &World, step: Step, operation: Option<u32>) -> String {
        let edge = self.graph.edge(step);
        let text = |number: u32| {
            let entry = &world.tables.operations.entries()[number as usize];
            format!("{} (line {})", entry.verb, entry.position.0)
        };
        let (before, now) = match world.different {
            Some((before, now)) => (text(before), now.to_owned()),
            None => (
                text(edge.operation),
                operation.map_or("nothing".to_owned(), text),
            ),
        };
        format!("after the same steps, a thread came to {before} at first and to {now} later")
    }

    /// The program runs on without any operation: ends the search where it stands.
    ///
    /// # Safety
    ///
    /// The thread of the operating system that ran the search must never touch it again.
    pub(crate) unsafe fn hang(&mut self) {
        // SAFETY: as promised, and the world is open, since the program runs.
        let world = unsafe { &mut *self.world };
        let thread = world.thread_number(world.running);
        let position = self.latest.map_or((0, 0), |step| {
            let edge = self.graph.edge(step);
            world.tables.operations.entries()[edge.operation as usize].position
        });
        let silence = self.options.limits.silence;
        let outcome = Outcome {
            kind: Kind::Hang,
            status: None,
            stdout: world.printed(Stream::Out).to_owned(),
            stderr: world.printed(Stream::Err).to_owned(),
            troubles: vec![Trouble {
                thread,
                operation: None,
                why: format!("has run for {silence:?} without any operation"),
                position,
                object: None,
                threads: Vec::new(),
            }],
        };
        let state = self.describe(world, Survey::default(), Some(outcome));
        let number = self.graph.add(state, None);
        self.reach(number);
        self.cut = Some(Cut::Hang);
        self.graph.tables = std::mem::take(&mut world.tables);
    }
}

fn thread_locals(world: &mut World, index: usize) -> Vec<crate::thread::Local> {
    std::mem::take(&mut world.threads[index].locals)
}
