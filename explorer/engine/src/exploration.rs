//! What came of a search.

use crate::count::{self, Count};
use crate::cycles::{Components, Round, judge};
use crate::graph::{Graph, Step};
use crate::options::Options;
use crate::outcome::{Kind, Outcome};
use crate::panics;
use crate::plain::races;
use crate::search::{Program, Search};
use crate::shortest::Shortest;
use crate::world::Watched;
use crate::{trace, watchdog};
use interleave_request::{Model, Progress};
use num_bigint::BigUint;
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

/// Why a search ended before everything was explored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cut {
    /// There are more states than this.
    States(usize),
    /// There are schedules with more steps than this.
    Steps(usize),
    /// It took longer than this.
    Time(Duration),
    /// A thread ran on without any operation, and nothing could be done after that.
    Hang,
    /// The program did not do the same along the same schedule. It depends on something that the
    /// explorer knows nothing of.
    Nondeterminism(String),
    /// States that should have been equal were not: the program has state that is not shared by
    /// any object that the explorer knows.
    HiddenState,
}

impl std::fmt::Display for Cut {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Cut::States(states) => write!(f, "it has more than {states} states"),
            Cut::Steps(steps) => write!(f, "it has schedules of more than {steps} steps"),
            Cut::Time(time) => write!(f, "the search took longer than {time:?}"),
            Cut::Hang => write!(f, "a thread ran on without any operation"),
            Cut::Nondeterminism(difference) => {
                write!(f, "the program does not always do the same: {difference}")
            }
            Cut::HiddenState => write!(f, "threads share something that the explorer cannot see"),
        }
    }
}

/// One way in which the program can end, and how it gets there.
#[derive(Clone, Debug)]
pub struct Ending {
    /// How it ends.
    pub outcome: Outcome,
    /// How many schedules lead there, if that can be counted. A livelock has none of its own.
    pub count: Option<BigUint>,
    pub(crate) number: Option<u32>,
    pub(crate) schedule: Vec<Step>,
}

/// Everything that a search has found out.
#[derive(Debug)]
pub struct Exploration {
    pub(crate) graph: Graph,
    /// The rules under which was explored.
    pub model: Model,
    /// How often the program was run.
    pub executions: u64,
    /// How many steps were taken in all executions.
    pub steps: u64,
    /// Why the search ended early, if it did.
    pub cut: Option<Cut>,
    /// How many schedules were tried at random after the search was cut.
    pub samples: u32,
    /// Every way to end that was found: those that do not fail first, then the frequent first.
    pub endings: Vec<Ending>,
    /// Whether there are cycles: then the counts are of the schedules that repeat no state.
    pub cyclic: bool,
    pub(crate) file: String,
    watched: Watched,
    /// Whether accesses to plain memory were looked at.
    pub sees_memory: bool,
}

impl Exploration {
    /// Whether every schedule was explored.
    pub fn is_complete(&self) -> bool {
        self.cut.is_none()
    }

    /// Whether some schedule fails.
    pub fn fails(&self) -> bool {
        self.endings.iter().any(|ending| ending.outcome.fails())
    }

    /// How many states there are.
    pub fn states(&self) -> usize {
        self.graph.states.len()
    }

    /// How many steps there are between states.
    pub fn edges(&self) -> usize {
        self.graph.edge_count()
    }

    /// How many schedules there are, if that can be counted.
    pub fn schedules(&self) -> Option<BigUint> {
        let ends = self.endings.iter().filter(|ending| ending.number.is_some());
        ends.map(|ending| ending.count.clone()).sum()
    }

    /// The ending that fails and is reached by the shortest schedule.
    pub fn shortest_failure(&self) -> Option<&Ending> {
        let failures = self.endings.iter().filter(|ending| ending.outcome.fails());
        failures.min_by_key(|ending| {
            (
                trace::switches(&self.graph, &ending.schedule),
                ending.schedule.len(),
            )
        })
    }

    /// The graph as JSON: see `GRAPH.md`.
    pub fn json(&self) -> String {
        crate::json::graph(self)
    }

    /// The steps of the shortest schedule to an ending.
    pub fn trace(&self, ending: &Ending) -> Vec<trace::Line> {
        trace::lines(self, &ending.schedule)
    }

    /// Runs the program that was explored once more, along a schedule, and says how it ends;
    /// nothing if the schedule leads to no end. `options` and `main` must be those of the search.
    ///
    /// # Panics
    ///
    /// Panics as [`explore`] does.
    pub fn replay(
        &self,
        options: &Options,
        main: impl Fn() -> i32 + Send + Sync + 'static,
        schedule: &[u32],
    ) -> Option<Outcome> {
        let _one = ONE_SEARCH.lock().unwrap_or_else(PoisonError::into_inner);
        prepare();
        let program: &'static Program = Box::leak(Box::new(main));
        let mut search = Search::new(options.clone(), Box::new(|_| ()));
        search.options.model = self.model;
        search.options.limits.samples = 0;
        search.follow(schedule, self.watched);
        let search = run(search, program);
        let outcome = search.followed()?;
        Some(search.graph.outcomes[outcome as usize].clone())
    }

    /// The same schedule as numbers: which of the edges of each state is taken.
    pub fn schedule(&self, ending: &Ending) -> Vec<u32> {
        ending.schedule.iter().map(|step| step.edge).collect()
    }
}

/// One search at a time: the `static`s of a program are there only once.
static ONE_SEARCH: Mutex<()> = Mutex::new(());

/// Explores a program under every schedule.
///
/// `main` returns the exit status. It is run many times and must do the same each time, but for
/// what comes from the order of its threads' steps. `report` is told now and then how far the
/// search has come.
///
/// # Panics
///
/// Panics if it is called from inside of an exploration, or if no thread can be started.
pub fn explore(
    options: &Options,
    main: impl Fn() -> i32 + Send + Sync + 'static,
    report: impl Fn(Progress) + Send + 'static,
) -> Exploration {
    let _one = ONE_SEARCH.lock().unwrap_or_else(PoisonError::into_inner);
    prepare();
    // The program lives for ever: a thread that hangs in it cannot be stopped.
    let program: &'static Program = Box::leak(Box::new(main));
    let search = Search::new(options.clone(), Box::new(report));
    conclude(run(search, program))
}

fn prepare() {
    panics::install_hook();
    interleave_introspect::set_birth_registrar(crate::world::birth);
}

/// Runs a search on threads of its own, and looks on meanwhile.
fn run(search: Search, program: &'static Program) -> Box<Search> {
    let silence = search.options.limits.silence;
    let search: *mut Search = Box::into_raw(Box::new(search));
    let mut done = false;
    while !done {
        watchdog::reset();
        let (send, finished) = channel();
        let address = search as usize;
        let body = move || {
            // SAFETY: the search is used by one thread at a time: by this one until it has sent
            // its word or is taken over.
            let search = unsafe { &mut *(address as *mut Search) };
            let _ = send.send(search.go_on(program));
        };
        let thread = std::thread::Builder::new()
            .name("explorer".into())
            .spawn(body);
        drop(thread.expect("failed to start a thread for the search"));
        let mut seen = None;
        done = loop {
            match finished.recv_timeout(silence / 2) {
                Ok(done) => break done,
                Err(RecvTimeoutError::Disconnected) => {
                    panic!("failed to explore: the explorer itself has panicked (see above)")
                }
                Err(RecvTimeoutError::Timeout) => {}
            }
            let now = watchdog::in_program();
            if now.is_some() && now == seen && now.is_some_and(watchdog::take_over) {
                // SAFETY: the thread was taken over: it never touches the search again.
                unsafe { (*search).hang() };
                break true;
            }
            seen = now;
        };
    }
    // SAFETY: it came from a box, and no thread uses it any more.
    unsafe { Box::from_raw(search) }
}

/// Draws the conclusions from the graph.
fn conclude(mut search: Box<Search>) -> Exploration {
    if search.cut.is_none() && search.hidden {
        search.cut = Some(Cut::HiddenState);
    }
    let graph = std::mem::take(&mut search.graph);
    let components = Components::of(&graph);
    let cyclic = (0..components.members.len())
        .any(|component| components.is_cyclic(&graph, component, |_| true));
    let shortest = Shortest::in_graph(&graph);
    let counts = count::to_states(&graph, &components);
    let mut endings = ends(&graph, &counts, &shortest);
    // A thread that looks again and again sees the newest value at some time: a cycle in which it
    // never does is no livelock. Nor is one that needs a wake-up for no reason in each round.
    let fresh = Components::along(&graph, |edge| !graph.is_chance(edge));
    endings.extend(livelocks(&graph, &fresh, &shortest));
    endings.extend(races::endings(&graph, &shortest));
    endings.sort_by_cached_key(|ending| {
        let outcome = &ending.outcome;
        let count = std::cmp::Reverse(ending.count.clone());
        (
            outcome.fails(),
            count,
            outcome.stdout.clone(),
            outcome.kind,
            outcome.troubles.clone(),
        )
    });
    Exploration {
        model: search.options.model,
        executions: search.executions,
        steps: search.steps,
        cut: search.cut.clone(),
        samples: search.samples,
        endings,
        cyclic,
        file: search.options.file.clone(),
        watched: search.watched,
        sees_memory: search.options.sees_memory,
        graph,
    }
}

fn ends(graph: &Graph, counts: &[Count], shortest: &Shortest) -> Vec<Ending> {
    let mut sums: Vec<Count> = vec![Some(BigUint::ZERO); graph.outcomes.len()];
    for (state, count) in graph.states.iter().zip(counts) {
        if let Some(outcome) = state.outcome {
            let sum = &mut sums[outcome as usize];
            *sum = sum
                .take()
                .zip(count.clone())
                .map(|(sum, count)| sum + count);
        }
    }
    let ending = |(number, count): (usize, Count)| {
        let number = number as u32;
        let is_end = |state: u32| graph.states[state as usize].outcome == Some(number);
        let is_stuck = |state: u32| graph.states[state as usize].stuck == Some(number);
        let end = shortest.to(is_end);
        Ending {
            outcome: graph.outcomes[number as usize].clone(),
            // Where a thread may go on for no reason is no end that could be counted.
            count: count.filter(|_| end.is_some()),
            number: end.is_some().then_some(number),
            schedule: end.or_else(|| shortest.to(is_stuck)).unwrap_or_default(),
        }
    };
    sums.into_iter().enumerate().map(ending).collect()
}

/// Components in which threads can go round for ever, although everyone gets a turn.
fn livelocks(graph: &Graph, components: &Components, shortest: &Shortest) -> Vec<Ending> {
    let mut found: Vec<Ending> = Vec::new();
    for component in 0..components.members.len() {
        if !components.is_cyclic(graph, component, |edge| !graph.is_chance(edge)) {
            continue;
        }
        let round = judge(graph, components, component);
        if round == Round::Unfair {
            continue;
        }
        let outcome = trace::livelock(graph, components, component, round);
        let inside = |state: u32| components.of[state as usize] as usize == component;
        let schedule = shortest.to(inside).unwrap_or_default();
        match found.iter_mut().find(|other| other.outcome == outcome) {
            Some(other) if other.schedule.len() <= schedule.len() => {}
            Some(other) => other.schedule = schedule,
            None => found.push(Ending {
                outcome,
                count: None,
                number: None,
                schedule,
            }),
        }
    }
    debug_assert!(
        found
            .iter()
            .all(|ending| ending.outcome.kind == Kind::Livelock)
    );
    found
}
