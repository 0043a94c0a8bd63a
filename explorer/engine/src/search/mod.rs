//! The search: runs the program again and again, each time along another schedule, until every
//! step from every state has been taken.
//!
//! An execution cannot be copied or set back, so to take another step from an earlier state the
//! program is run afresh along the steps that led there. An execution ends as soon as it comes to
//! a state that is known: what can happen from there is being seen to already.
//!
//! - [`execution`]: one execution;
//! - [`taking`]: a step that it takes;
//! - [`arrival`]: the state to which it comes;
//! - [`random`]: steps that are taken at random.

mod arrival;
mod execution;
mod random;
mod taking;

use crate::exploration::Cut;
use crate::graph::{Graph, Step};
use crate::options::Options;
use crate::panics;
use crate::plain::place::Cell;
use crate::tables::Tables;
use crate::world::{Watched, World};
use execution::Aim;
use interleave_request::{MemoryNames, Merging, Progress};
use random::Random;
use std::collections::VecDeque;
use std::rc::Rc;
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
}
