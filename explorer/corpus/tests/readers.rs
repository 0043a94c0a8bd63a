//! A waiting writer may keep new readers out of std's lock, or may not. The stand-in settles it as
//! late as it can. A lock that settles it at once, by a step of the writer, must give the same.

use interleave::{
    Fingerprinter, Identity, Limits, Merging, Object, ObjectId, Options, Readiness, Reason, Seen,
    ThreadId, What, World, perform, perform_now,
};
use libtest_mimic::{Arguments, Failed, Trial};
use rand::rngs::StdRng;
use rand::{RngExt, SeedableRng};
use std::collections::BTreeSet;
use std::panic::Location;
use std::ptr;
use std::sync::atomic::{AtomicBool, Ordering::SeqCst};
use std::sync::mpsc::channel;
use std::sync::{Arc, Mutex, RwLock};
use std::thread;

/// How many programs are compared.
const PROGRAMS: usize = 60;

/// Programs with more states than this are left out.
const STATES: usize = 200;

/// A number that many may read, or one may add to.
trait Lock: Send + Sync + 'static {
    fn new() -> Self;
    fn read(&self, inside: &mut dyn FnMut(u32));
    fn try_read(&self, inside: &mut dyn FnMut(u32)) -> bool;
    fn add(&self);
}

impl Lock for RwLock<u32> {
    fn new() -> Self {
        RwLock::new(0)
    }

    fn read(&self, inside: &mut dyn FnMut(u32)) {
        let value = self.read().unwrap();
        inside(*value);
    }

    fn try_read(&self, inside: &mut dyn FnMut(u32)) -> bool {
        let value = self.try_read();
        if let Ok(value) = &value {
            inside(**value);
        }
        value.is_ok()
    }

    fn add(&self) {
        *self.write().unwrap() += 1;
    }
}

/// A lock whose writers, at some time while there are readers, announce that they wait.
struct Announcing(Identity);

#[derive(Default)]
struct State {
    value: u32,
    writer: Option<ThreadId>,
    readers: usize,
    announced: bool,
}

impl Object for State {
    fn kind(&self) -> &'static str {
        "Announcing"
    }

    fn fingerprint(&self, world: &World, into: &mut Fingerprinter) {
        let numbers = [
            self.value.into(),
            self.readers as u64,
            self.announced.into(),
        ];
        numbers.into_iter().for_each(|number| into.number(number));
        into.optional(self.writer.map(|writer| world.thread_number(writer).into()));
    }

    fn show(&self, _: &World) -> String {
        self.value.to_string()
    }
}

impl Announcing {
    fn object(&self) -> ObjectId {
        let object = |world: &mut World| {
            let state = |_: &World| State::default();
            self.0.object(world, (ptr::null(), 0), state)
        };
        interleave::with_world(object).expect("an exploration runs")
    }

    fn leave(&self) {
        let id = self.object();
        perform_now(What::new("leave").on(id), |world, _| {
            let state = world.object_mut::<State>(id);
            state.readers -= 1;
            state.announced &= state.readers > 0;
            (Seen::nothing(), ())
        });
    }
}

fn ready_if(is_ready: bool) -> Readiness {
    match is_ready {
        true => Readiness::Ready(1),
        false => Readiness::Blocked(Reason::default()),
    }
}

impl Lock for Announcing {
    fn new() -> Self {
        Announcing(Identity::new(Location::caller()))
    }

    fn read(&self, inside: &mut dyn FnMut(u32)) {
        let id = self.object();
        let value = perform(
            What::new("read").on(id),
            |world, _| {
                let state = world.object::<State>(id);
                ready_if(state.writer.is_none() && !state.announced)
            },
            |world, _, _| {
                let state = world.object_mut::<State>(id);
                state.readers += 1;
                (Seen::number(state.value.into()), state.value)
            },
        );
        inside(value);
        self.leave();
    }

    fn try_read(&self, inside: &mut dyn FnMut(u32)) -> bool {
        let id = self.object();
        let value = perform_now(What::new("try_read").on(id), |world, _| {
            let state = world.object_mut::<State>(id);
            if state.writer.is_some() || state.announced {
                return (Seen::number(0), None);
            }
            state.readers += 1;
            (
                Seen::wide(1 << 64 | u128::from(state.value)),
                Some(state.value),
            )
        });
        if let Some(value) = value {
            inside(value);
            self.leave();
        }
        value.is_some()
    }

    fn add(&self) {
        let id = self.object();
        let is_free = |state: &State| state.writer.is_none() && state.readers == 0;
        loop {
            let entered = perform(
                What::new("write").on(id),
                |world, _| {
                    let state = world.object::<State>(id);
                    let announces = state.readers > 0 && !state.announced;
                    ready_if(is_free(state) || announces)
                },
                |world, me, _| {
                    let state = world.object_mut::<State>(id);
                    let free = is_free(state);
                    match free {
                        true => state.writer = Some(me),
                        false => state.announced = true,
                    }
                    (Seen::number(free.into()), free)
                },
            );
            if entered {
                break;
            }
        }
        perform_now(What::new("unlock").on(id), |world, _| {
            let state = world.object_mut::<State>(id);
            state.value += 1;
            state.writer = None;
            (Seen::nothing(), ())
        });
    }
}

#[derive(Clone, Copy, Debug)]
enum Operation {
    Read,
    ReadTwice,
    TryRead,
    TryWhileReading,
    Add,
    ReadAndReceive,
    Send,
    ReadAndSpin,
    Set,
}

type Threads = Vec<Vec<Operation>>;

fn program(seed: u64) -> Threads {
    use Operation::{
        Add, Read, ReadAndReceive, ReadAndSpin, ReadTwice, Send, Set, TryRead, TryWhileReading,
    };
    let all = [
        Read,
        Read,
        ReadTwice,
        TryRead,
        TryWhileReading,
        Add,
        Add,
        Add,
        ReadAndReceive,
        Send,
        ReadAndSpin,
        Set,
    ];
    let mut random = StdRng::seed_from_u64(seed);
    let threads = random.random_range(2..4);
    let mut thread = || {
        let length = random.random_range(1..=3);
        let operation = |_| all[random.random_range(0..all.len())];
        (0..length).map(operation).collect()
    };
    (0..threads).map(|_| thread()).collect()
}

/// Runs the threads; each prints what it has seen.
fn run<L: Lock>(threads: &Threads) {
    let (lock, flag) = (Arc::new(L::new()), Arc::new(AtomicBool::new(false)));
    let (send, receive) = channel();
    let receive = Arc::new(Mutex::new(receive));
    let start = |operations: &Vec<Operation>| {
        let (lock, flag, send) = (Arc::clone(&lock), Arc::clone(&flag), send.clone());
        let (receive, operations) = (Arc::clone(&receive), operations.clone());
        thread::spawn(move || {
            let mut seen = Vec::new();
            for operation in operations {
                match operation {
                    Operation::Read => lock.read(&mut |value| seen.push(value)),
                    Operation::ReadTwice => lock.read(&mut |value| {
                        seen.push(value);
                        lock.read(&mut |value| seen.push(value));
                    }),
                    Operation::TryRead => {
                        if !lock.try_read(&mut |value| seen.push(value)) {
                            seen.push(100);
                        }
                    }
                    Operation::TryWhileReading => lock.read(&mut |_| {
                        let read = lock.try_read(&mut |_| ());
                        seen.push(200 + u32::from(read));
                    }),
                    Operation::Add => lock.add(),
                    Operation::ReadAndReceive => lock.read(&mut |_| {
                        let _ = receive.lock().unwrap().recv();
                    }),
                    Operation::Send => send.send(()).unwrap(),
                    Operation::ReadAndSpin => lock.read(&mut |_| while !flag.load(SeqCst) {}),
                    Operation::Set => flag.store(true, SeqCst),
                }
            }
            seen
        })
    };
    let threads: Vec<_> = threads.iter().map(start).collect();
    for thread in threads {
        println!("{:?}", thread.join().unwrap());
    }
}

/// How a program ends, and what it prints; nothing if it has too many states.
fn ends<L: Lock>(threads: &Threads) -> Option<BTreeSet<(&'static str, String)>> {
    let options = Options {
        limits: Limits {
            states: STATES,
            samples: 0,
            ..Limits::default()
        },
        ..Options::default().merging(Merging::Values)
    };
    let threads = threads.clone();
    let exploration = std::explorer::explore(&options, move || run::<L>(&threads));
    let endings = exploration.endings.iter().map(|ending| &ending.outcome);
    let ends = endings.map(|outcome| (outcome.kind.name(), outcome.stdout.clone()));
    exploration.is_complete().then(|| ends.collect())
}

/// Compares programs of one seed after the other, until so many were small enough.
fn compare() -> Result<(), Failed> {
    let (mut compared, mut kinds) = (0, BTreeSet::new());
    for seed in 0.. {
        let threads = program(seed);
        let both = ends::<RwLock<u32>>(&threads).zip(ends::<Announcing>(&threads));
        let Some((late, at_once)) = both else {
            continue;
        };
        if late != at_once {
            return Err(format!("seed {seed}: {threads:?}: {late:?}, not {at_once:?}").into());
        }
        kinds.extend(late.into_iter().map(|(kind, _)| kind));
        compared += 1;
        if compared == PROGRAMS {
            break;
        }
    }
    // Otherwise nothing of interest was compared.
    match kinds == BTreeSet::from(["deadlock", "done", "livelock"]) {
        true => Ok(()),
        false => Err(format!("all ended in one of these ways: {kinds:?}").into()),
    }
}

fn main() {
    let name = "it_makes_no_difference_when_a_writer_announces_itself";
    let trials = vec![Trial::test(name, compare)];
    libtest_mimic::run(&Arguments::from_args(), trials).exit();
}
