//! How an execution can end.

use crate::panics::Panic;
use crate::stream::Stream;
use crate::tables::{Inside, Position};
use crate::world::{Over, Survey, ThreadId, World};

/// The kind of an ending.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// Main returned, and no panic went unnoticed.
    Done,
    /// The process called `exit`.
    Exit,
    /// A panic ended main, or a thread whose panic nobody looked at.
    Panic,
    /// Nobody can go on, and main has not returned.
    Deadlock,
    /// Threads go on for ever and get nowhere.
    Livelock,
    /// Two threads access the same memory, one of them to write, and nothing orders that. It is no
    /// end: the program goes on.
    Race,
    /// The process was aborted.
    Abort,
    /// A thread ran on without any operation, for too long.
    Hang,
}

impl Kind {
    /// Its name in the graph.
    pub fn name(self) -> &'static str {
        match self {
            Kind::Done => "done",
            Kind::Exit => "exit",
            Kind::Panic => "panic",
            Kind::Deadlock => "deadlock",
            Kind::Livelock => "livelock",
            Kind::Race => "race",
            Kind::Abort => "abort",
            Kind::Hang => "hang",
        }
    }
}

/// What happened to one thread, as far as it belongs to an ending that failed.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Trouble {
    /// The thread's number.
    pub thread: u32,
    /// The operation at which it waits, for a deadlock.
    pub operation: Option<u32>,
    /// The message of its panic, or why it waits.
    pub why: String,
    /// The line and column of the panic, (0, 0) if it is not in the program's text.
    pub position: Position,
    /// Where in the text of the program's library an access is that races, if it is there.
    pub(crate) inside: Option<Inside>,
    /// The object that it waits for.
    pub object: Option<u32>,
    /// The threads that it waits for.
    pub threads: Vec<u32>,
}

/// One way in which a program can end. Two executions have the same outcome if nobody who sees
/// only their ending can tell them apart.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Outcome {
    /// How.
    pub kind: Kind,
    /// The exit status of the process, if it ends.
    pub status: Option<i32>,
    /// What was printed.
    pub stdout: String,
    /// What was printed to standard error, without the messages of panics.
    pub stderr: String,
    /// Who panicked, who waits for what.
    pub troubles: Vec<Trouble>,
}

impl Outcome {
    /// Whether this ending is a failure of the program.
    pub fn fails(&self) -> bool {
        match self.kind {
            Kind::Done | Kind::Exit => self.status != Some(0),
            _ => true,
        }
    }
}

/// How the execution has ended, if it has.
pub(crate) fn of(world: &mut World, survey: &Survey, main_status: i32) -> Option<Outcome> {
    let (kind, status) = match &world.over {
        Some(Over::Main) => match panicked(world, ThreadId::MAIN) {
            true => (Kind::Panic, Some(101)),
            false if main_status != 0 => (Kind::Done, Some(main_status)),
            false if (1..world.threads.len()).any(|thread| panicked(world, ThreadId(thread))) => {
                (Kind::Panic, Some(0))
            }
            false => (Kind::Done, Some(0)),
        },
        Some(Over::Exit(status)) => (Kind::Exit, Some(*status)),
        Some(Over::Abort(_)) => (Kind::Abort, Some(134)),
        Some(Over::Failed(_)) => (Kind::Panic, Some(101)),
        None if survey.turns.is_empty() => (Kind::Deadlock, None),
        None => return None,
    };
    let mut troubles = panics(world);
    if let Some(Over::Abort(why)) = &world.over {
        let thread = world.thread_number(world.running);
        troubles.push(Trouble {
            why: why.clone(),
            ..Trouble::of(thread)
        });
    }
    if let Some(Over::Failed(panic)) = &world.over {
        let thread = world.thread_number(world.running);
        troubles.push(Trouble {
            why: panic.message.clone(),
            position: panic.position,
            ..Trouble::of(thread)
        });
    }
    if kind == Kind::Deadlock {
        troubles.extend(waits(world, survey));
    }
    troubles.sort();
    Some(Outcome {
        kind,
        status,
        stdout: world.printed(Stream::Out).to_owned(),
        stderr: world.printed(Stream::Err).to_owned(),
        troubles,
    })
}

impl Trouble {
    pub(crate) fn of(thread: u32) -> Trouble {
        Trouble {
            thread,
            operation: None,
            why: String::new(),
            position: (0, 0),
            inside: None,
            object: None,
            threads: Vec::new(),
        }
    }
}

fn panic_of(world: &World, thread: ThreadId) -> Option<&Panic> {
    world.threads[thread.0].ending.as_ref()?.panic.as_ref()
}

fn panicked(world: &World, thread: ThreadId) -> bool {
    panic_of(world, thread).is_some()
}

fn panics(world: &World) -> Vec<Trouble> {
    let trouble = |thread: ThreadId| {
        let panic = panic_of(world, thread)?;
        let number = world.thread_number(thread);
        let (why, position) = (panic.message.clone(), panic.position);
        Some(Trouble {
            why,
            position,
            ..Trouble::of(number)
        })
    };
    (0..world.threads.len())
        .filter_map(|thread| trouble(ThreadId(thread)))
        .collect()
}

fn waits(world: &mut World, survey: &Survey) -> Vec<Trouble> {
    let mut troubles = Vec::new();
    for (thread, reason) in &survey.waiting {
        let operation = world.operation_number(*thread);
        let position = world.parked_position(*thread);
        let reason = reason.clone().unwrap_or_default();
        let numbers = |threads: &[ThreadId]| {
            let mut numbers: Vec<_> = threads.iter().map(|t| world.thread_number(*t)).collect();
            numbers.sort_unstable();
            numbers
        };
        troubles.push(Trouble {
            operation,
            why: reason.why.to_owned(),
            position,
            object: reason.object.map(|object| world.object_number(object)),
            threads: numbers(&reason.threads),
            ..Trouble::of(world.thread_number(*thread))
        });
    }
    troubles
}
