//! One execution: the program is run along some steps, and on from there.

use super::arrival::Arrival;
use super::{Program, Search};
use crate::exploration::Cut;
use crate::fiber::Fiber;
use crate::graph::Step;
use crate::heap;
use crate::outcome::{Kind, Outcome, Trouble};
use crate::plain::{Plain, blocks, statics};
use crate::stream::Stream;
use crate::thread::{boxed, outlive};
use crate::world::{self, Place, Survey, ThreadId, Watched, World};
use std::rc::Rc;
use std::sync::atomic::{AtomicU64, Ordering::Relaxed};

/// What an execution is for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Aim {
    /// To come to states that are not known yet, and to stop at one that is.
    New,
    /// To try a schedule at random, up to its end.
    Sample,
    /// To go along a schedule that was given.
    Follow,
}

/// Schedules at random are not followed further than this many steps.
const LONGEST_SAMPLE: usize = 5_000;

fn next_epoch() -> u64 {
    static EPOCH: AtomicU64 = AtomicU64::new(1);
    EPOCH.fetch_add(1, Relaxed)
}

impl Search {
    /// Runs the program along `path`, and then on, by the first step from each state, until a
    /// known state or the end; or by steps at random. Says what the program has been seen to
    /// look at.
    pub(super) fn execute(
        &mut self,
        program: &'static Program,
        path: &[Step],
        aim: Aim,
    ) -> Watched {
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
            let next = given.next();
            let is_replayed = next.is_some();
            let step = match next {
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
            if is_replayed && given.len() == 0 && !self.offers_the_same(now, step.from) {
                let difference = "after the same steps, it could go on in other ways";
                self.cut = Some(Cut::Nondeterminism(difference.to_owned()));
                break;
            }
            if let Err(difference) = self.take(now, step) {
                // Along another schedule, memory that no object shows may make the difference.
                match is_replayed || self.options.model.merging.is_by_history() {
                    true => self.cut = Some(Cut::Nondeterminism(difference)),
                    false => self.hidden = true,
                }
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
                why: format!("has run for {silence:?} without any operation"),
                position,
                ..Trouble::of(thread)
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
