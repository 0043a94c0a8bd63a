//! Random programs in which threads learn things without a step: they take locks and atomics apart,
//! borrow variables of another thread, hand results over, drop values that look at themselves.
//!
//! What was learnt is printed only after its object is gone. Two states that differ in nothing but
//! in what a thread has learnt must not be taken for one by then.

use crate::random::{PROGRAMS, compare, compare_many};
use interleave_crossbeam_channel as crossbeam;
use interleave_std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use interleave_std::sync::atomic::{AtomicU32, Ordering::SeqCst};
use interleave_std::sync::{Arc, Barrier, Mutex, OnceLock, RwLock};
use interleave_std::time::Duration;
use interleave_std::{println, thread, thread_local};
use rand::rngs::StdRng;
use rand::{RngExt, SeedableRng};
use std::cell::Cell;

/// What is in a lock.
trait Value: Send + Sync + 'static {
    fn new(number: u32) -> Self;
    fn get(&self) -> u32;
    fn set(&mut self, number: u32);
}

impl Value for u32 {
    fn new(number: u32) -> Self {
        number
    }

    fn get(&self) -> u32 {
        *self
    }

    fn set(&mut self, number: u32) {
        *self = number;
    }
}

/// Its contents cannot be told.
struct Opaque(u32);

impl Value for Opaque {
    fn new(number: u32) -> Self {
        Opaque(number)
    }

    fn get(&self) -> u32 {
        self.0
    }

    fn set(&mut self, number: u32) {
        self.0 = number;
    }
}

thread_local! {
    static DROPPED: Cell<u32> = const { Cell::new(0) };
}

/// Its destructor tells the thread that drops it what was in it.
struct Loud(u32);

impl Drop for Loud {
    fn drop(&mut self) {
        DROPPED.set(DROPPED.get() * 10 + self.0 + 1);
    }
}

impl Value for Loud {
    fn new(number: u32) -> Self {
        Loud(number)
    }

    fn get(&self) -> u32 {
        self.0
    }

    fn set(&mut self, number: u32) {
        self.0 = number;
    }
}

#[derive(Clone, Copy, Debug)]
enum Operation {
    Load,
    Store(u32),
    Add,
    Set(u32),
    Double,
    TryLock,
    Poison,
    Poisoned,
    Clear,
    Read,
    Write(u32),
    OnceSet(u32),
    OnceGet,
    Send(u32),
    TryReceive,
    ReceiveInTime,
    Length,
    Arrive,
    Park,
    Count,
}

/// An operation that may come with a value.
type Maker = fn(u32) -> Operation;

/// What the threads of a program are about, first what changes an object without looking, then the
/// rest. Only where several threads do something to the same object is there something to learn.
const TOPICS: [(&[Maker], &[Maker]); 6] = [
    (
        &[Operation::Store],
        &[|_| Operation::Load, |_| Operation::Add],
    ),
    (
        &[Operation::Set, |_| Operation::Poison, |_| Operation::Clear],
        &[
            |_| Operation::Double,
            |_| Operation::TryLock,
            |_| Operation::Poisoned,
        ],
    ),
    (&[Operation::Write], &[|_| Operation::Read]),
    (&[Operation::OnceSet], &[|_| Operation::OnceGet]),
    (
        &[Operation::Send],
        &[
            |_| Operation::TryReceive,
            |_| Operation::ReceiveInTime,
            |_| Operation::Length,
        ],
    ),
    (
        &[|_| Operation::Count],
        &[|_| Operation::Arrive, |_| Operation::Park],
    ),
];

fn one_of(makers: &[Maker], random: &mut StdRng) -> Operation {
    makers[random.random_range(0..makers.len())](random.random_range(1..3))
}

fn operation(random: &mut StdRng, topic: usize) -> Operation {
    let topic = match random.random_ratio(4, 5) {
        true => topic,
        false => random.random_range(0..TOPICS.len()),
    };
    let (blind, others) = TOPICS[topic];
    match random.random() {
        true => one_of(blind, random),
        false => one_of(others, random),
    }
}

/// What a thread does with what it has seen.
#[derive(Clone, Copy, Debug)]
enum Report {
    Nothing,
    Returns,
    /// Into a variable of main's, if it may borrow; else it prints.
    Leaves,
}

/// How main learns what was left.
#[derive(Clone, Copy, Debug)]
enum Harvest {
    /// By locking and loading.
    Steps,
    GetMut,
    IntoInner,
    Debug,
    /// Not at all: what is dropped may tell.
    Drop,
}

#[derive(Clone, Debug)]
struct Program {
    threads: Vec<(Vec<Operation>, Report)>,
    value: u32,
    borrows: bool,
    joins: bool,
    looks_at_ends: bool,
    harvest: Harvest,
}

fn program(seed: u64) -> Program {
    let mut random = StdRng::seed_from_u64(seed);
    let number = random.random_range(2..4);
    let mut left = if random.random_ratio(1, 8) { 4 } else { 3 };
    let topic = random.random_range(0..TOPICS.len());
    // Then what is in the object is in no thread's history.
    let blind = random.random();
    let threads = (0..number).map(|thread| {
        let others = number - thread - 1;
        let length = random.random_range(1..=(left - others).min(3));
        left -= length;
        let operations = match blind {
            true => vec![one_of(TOPICS[topic].0, &mut random)],
            false => (0..length).map(|_| operation(&mut random, topic)).collect(),
        };
        let report = match random.random_range(0..3) {
            0 => Report::Nothing,
            1 => Report::Returns,
            _ => Report::Leaves,
        };
        (operations, report)
    });
    Program {
        threads: threads.collect(),
        value: random.random_range(0..3),
        borrows: random.random_ratio(1, 3),
        joins: random.random_ratio(3, 4),
        looks_at_ends: random.random_ratio(1, 8),
        harvest: match random.random_range(0..9) {
            0 => Harvest::Steps,
            1 => Harvest::Debug,
            2..5 => Harvest::GetMut,
            5..8 => Harvest::IntoInner,
            _ => Harvest::Drop,
        },
    }
}

struct Shared<V> {
    atomic: AtomicU32,
    lock: Mutex<V>,
    cache: RwLock<V>,
    once: OnceLock<V>,
    barrier: Barrier,
    send: crossbeam::Sender<V>,
    receive: crossbeam::Receiver<V>,
}

impl<V: Value> Shared<V> {
    fn new() -> Self {
        let (send, receive) = crossbeam::unbounded();
        Shared {
            atomic: AtomicU32::new(0),
            lock: Mutex::new(V::new(0)),
            cache: RwLock::new(V::new(0)),
            once: OnceLock::new(),
            barrier: Barrier::new(2),
            send,
            receive,
        }
    }

    fn perform(&self, operation: Operation) -> u32 {
        match operation {
            Operation::Load => self.atomic.load(SeqCst),
            Operation::Store(value) => {
                self.atomic.store(value, SeqCst);
                0
            }
            Operation::Add => self.atomic.fetch_add(3, SeqCst),
            Operation::Set(value) => match self.lock.lock() {
                Ok(mut guard) => {
                    guard.set(value);
                    0
                }
                Err(mut error) => {
                    error.get_mut().set(value + 5);
                    50
                }
            },
            Operation::Double => {
                let mut guard = self.lock.lock().unwrap_or_else(|error| error.into_inner());
                let doubled = guard.get() * 2 + 1;
                guard.set(doubled);
                doubled
            }
            Operation::TryLock => self.lock.try_lock().is_ok().into(),
            Operation::Poison => {
                let panic = || {
                    let _guard = self.lock.lock().unwrap_or_else(|error| error.into_inner());
                    resume_unwind(Box::new(()));
                };
                catch_unwind(AssertUnwindSafe(panic)).is_err().into()
            }
            Operation::Poisoned => self.lock.is_poisoned().into(),
            Operation::Clear => {
                self.lock.clear_poison();
                0
            }
            Operation::Read => self.cache.read().unwrap().get(),
            Operation::Write(value) => {
                self.cache.write().unwrap().set(value);
                0
            }
            Operation::OnceSet(value) => self.once.set(V::new(value)).is_ok().into(),
            Operation::OnceGet => self.once.get().map_or(9, V::get),
            Operation::Send(value) => self.send.send(V::new(value)).is_ok().into(),
            Operation::TryReceive => self.receive.try_recv().map_or(9, |value| value.get()),
            Operation::ReceiveInTime => {
                let patience = Duration::from_millis(1);
                let message = self.receive.recv_timeout(patience);
                message.map_or(9, |value| value.get())
            }
            Operation::Length => self.send.len() as u32,
            Operation::Arrive => self.barrier.wait().is_leader().into(),
            Operation::Park => {
                thread::park();
                0
            }
            Operation::Count => 0,
        }
    }

    /// What main learns, having it all to itself.
    fn harvest(mut self, how: Harvest) -> Vec<u32> {
        let cached = |value: Result<V, _>| value.map_or(8, |value: V| value.get());
        match how {
            Harvest::Steps => {
                let poisoned = u32::from(self.lock.is_poisoned());
                let held = self.lock.lock().map_or(8, |value| value.get());
                let cache = self.cache.read().unwrap().get();
                let once = self.once.get().map_or(9, V::get);
                let sent = self.receive.try_iter().map(|value| value.get());
                let sent: Vec<u32> = sent.collect();
                [
                    vec![poisoned, held, cache, once, self.atomic.load(SeqCst)],
                    sent,
                ]
                .concat()
            }
            Harvest::GetMut => {
                let held = self.lock.get_mut().map_or(8, |value| value.get());
                let cache = self.cache.get_mut().unwrap();
                let before = cache.get();
                cache.set(before + 10);
                let once = self.once.get_mut().map_or(9, |value| value.get());
                *self.atomic.get_mut() += 20;
                let after = self.cache.read().unwrap().get();
                vec![held, before, after, once, self.atomic.load(SeqCst)]
            }
            Harvest::IntoInner => vec![
                cached(self.lock.into_inner()),
                self.cache.into_inner().map_or(8, |value| value.get()),
                self.once.into_inner().map_or(9, |value| value.get()),
                self.atomic.into_inner(),
            ],
            Harvest::Debug => {
                let text = format!("{:?} {:?}", self.atomic, self.lock.is_poisoned());
                text.bytes().map(u32::from).collect()
            }
            Harvest::Drop => Vec::new(),
        }
    }
}

fn work<V: Value>(shared: &Shared<V>, operations: &[Operation]) -> Vec<u32> {
    operations.iter().map(|one| shared.perform(*one)).collect()
}

/// Threads that borrow.
fn run_in_scope<V: Value>(program: &Program) {
    let shared = Shared::<V>::new();
    let mut left = vec![Vec::new(); program.threads.len()];
    let mut returned = Vec::new();
    thread::scope(|scope| {
        let places = program.threads.iter().zip(&mut left);
        let handles: Vec<_> = places
            .map(|((operations, report), place)| {
                let shared = &shared;
                scope.spawn(move || {
                    let seen = work(shared, operations);
                    match report {
                        Report::Nothing => None,
                        Report::Returns => Some(seen),
                        Report::Leaves => {
                            *place = seen;
                            None
                        }
                    }
                })
            })
            .collect();
        for (handle, (operations, _)) in handles.iter().zip(&program.threads) {
            if operations.iter().any(|one| matches!(one, Operation::Park)) {
                handle.thread().unpark();
            }
        }
        if program.joins {
            returned = handles.into_iter().map(|one| one.join().unwrap()).collect();
        }
    });
    let learnt = shared.harvest(program.harvest);
    println!("{}", learnt.len());
    println!("{learnt:?} {left:?} {returned:?} {}", DROPPED.get());
}

/// Threads that count references.
fn run_with_arc<V: Value>(program: &Program) {
    let shared = Arc::new(Shared::<V>::new());
    let handles: Vec<_> = program
        .threads
        .iter()
        .cloned()
        .map(|(operations, report)| {
            let shared = Arc::clone(&shared);
            thread::spawn(move || {
                let mut seen = work(&shared, &operations);
                if operations.iter().any(|one| matches!(one, Operation::Count)) {
                    seen.push(Arc::strong_count(&shared) as u32);
                }
                match report {
                    Report::Nothing => (None, 0),
                    Report::Returns => (Some(seen), DROPPED.get()),
                    Report::Leaves => {
                        drop(shared);
                        println!("{seen:?} {}", DROPPED.get());
                        (None, 0)
                    }
                }
            })
        })
        .collect();
    for (handle, (operations, _)) in handles.iter().zip(&program.threads) {
        if operations.iter().any(|one| matches!(one, Operation::Park)) {
            handle.thread().unpark();
        }
    }
    let mut ended = Vec::new();
    if program.looks_at_ends {
        ended = handles.iter().map(|one| one.is_finished()).collect();
    }
    let mut returned = Vec::new();
    if program.joins {
        returned = handles.into_iter().map(|one| one.join().unwrap()).collect();
    }
    let learnt = match program.harvest {
        Harvest::Drop => {
            drop(shared);
            Vec::new()
        }
        how => match Arc::try_unwrap(shared) {
            Ok(shared) => shared.harvest(how),
            Err(_) => vec![99],
        },
    };
    println!("{}", learnt.len());
    println!("{learnt:?} {ended:?} {returned:?} {}", DROPPED.get());
}

fn run<V: Value>(program: &Program) {
    match program.borrows {
        true => run_in_scope::<V>(program),
        false => run_with_arc::<V>(program),
    }
}

#[test]
fn what_is_learnt_without_a_step_keeps_states_apart() {
    compare_many(PROGRAMS, |seed| {
        let program = program(seed);
        let text = format!("{program:?}");
        compare(seed, &text, move || match program.value {
            0 => run::<u32>(&program),
            1 => run::<Opaque>(&program),
            _ => run::<Loud>(&program),
        })
    });
}
