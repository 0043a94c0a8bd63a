use crate::support::{ends, explored, merging};
use interleave::{Cut, Memory, Merging};
use interleave_std::sync::atomic::{AtomicU32, Ordering, fence};
use interleave_std::sync::mpsc::channel;
use interleave_std::sync::{Arc, Condvar, Mutex};
use interleave_std::time::Duration;
use interleave_std::{println, thread};
use num_bigint::BigUint;
use rand::rngs::StdRng;
use rand::{RngExt, SeedableRng};

/// How many programs each of these tests compares.
pub const PROGRAMS: Number = Number {
    usual: 300,
    thorough: 2_000,
};

/// How many programs are compared: usually, and if the variable `THOROUGH` is set.
#[derive(Clone, Copy)]
pub struct Number {
    usual: usize,
    thorough: usize,
}

/// Programs with more schedules than this are left out: their trees are too large.
const SCHEDULES: u32 = 200;

#[derive(Clone, Copy, Debug)]
enum Operation {
    Load(usize, Ordering),
    Store(usize, u32, Ordering),
    Add(usize, Ordering),
    Fence(Ordering),
    Lock(usize),
    LockBoth(usize),
    TryLock(usize),
    Notify,
    Wait,
    Send(u32),
    TryReceive,
}

fn operation(random: &mut StdRng) -> Operation {
    use Ordering::{AcqRel, Acquire, Relaxed, Release, SeqCst};
    let which = random.random_range(0..2);
    let one = |of: &[Ordering], random: &mut StdRng| of[random.random_range(0..of.len())];
    match random.random_range(0..14) {
        0 | 1 => Operation::Load(which, one(&[Relaxed, Acquire, SeqCst], random)),
        2 | 3 => {
            let value = random.random_range(1..3);
            Operation::Store(which, value, one(&[Relaxed, Release, SeqCst], random))
        }
        4 | 5 => Operation::Add(
            which,
            one(&[Relaxed, Acquire, Release, AcqRel, SeqCst], random),
        ),
        6 => Operation::Fence(one(&[Acquire, Release, AcqRel, SeqCst], random)),
        7 => Operation::Lock(which),
        8 => Operation::LockBoth(which),
        9 => Operation::TryLock(which),
        10 => Operation::Notify,
        11 => Operation::Wait,
        12 => Operation::Send(random.random_range(1..3)),
        _ => Operation::TryReceive,
    }
}

type Threads = Vec<Vec<Operation>>;

fn program(seed: u64) -> Threads {
    let mut random = StdRng::seed_from_u64(seed);
    let threads = random.random_range(2..4);
    // Up to four operations a thread, but not many in all: trees grow fast.
    let mut left = if threads == 2 { 5 } else { 4 };
    (0..threads)
        .map(|thread| {
            let others = threads - thread - 1;
            let length = random.random_range(1..=(left - others).min(4));
            left -= length;
            (0..length).map(|_| operation(&mut random)).collect()
        })
        .collect()
}

/// What the threads share.
struct Shared {
    atomics: [AtomicU32; 2],
    locks: [Mutex<u32>; 2],
    condition: Condvar,
}

/// Runs the threads; each prints all that it has seen once it has ended, so that the outcome
/// tells what happened in full.
fn run(threads: &Threads) {
    let shared = Arc::new(Shared {
        atomics: [AtomicU32::new(0), AtomicU32::new(0)],
        locks: [Mutex::new(0), Mutex::new(0)],
        condition: Condvar::new(),
    });
    let (send, receive) = channel();
    // Never dropped: that would be a step of each thread, and there are enough of them.
    let receive: &'static Mutex<_> = Box::leak(Box::new(Mutex::new(receive)));
    let threads: Vec<_> = threads
        .iter()
        .map(|operations| {
            let (shared, operations) = (Arc::clone(&shared), operations.clone());
            // Dropping a sender is a step: only who sends has one.
            let sends = operations
                .iter()
                .any(|one| matches!(one, Operation::Send(_)));
            let send = sends.then(|| send.clone());
            thread::spawn(move || {
                let mut seen = Vec::new();
                for operation in operations {
                    match operation {
                        Operation::Load(which, ordering) => {
                            seen.push(shared.atomics[which].load(ordering));
                        }
                        Operation::Store(which, value, ordering) => {
                            shared.atomics[which].store(value, ordering);
                        }
                        Operation::Add(which, ordering) => {
                            seen.push(shared.atomics[which].fetch_add(3, ordering));
                        }
                        Operation::Fence(ordering) => fence(ordering),
                        Operation::Lock(which) => {
                            let mut guard = shared.locks[which].lock().unwrap();
                            *guard = *guard * 2 + 1;
                            seen.push(*guard);
                        }
                        Operation::LockBoth(first) => {
                            let mut outer = shared.locks[first].lock().unwrap();
                            let inner = shared.locks[1 - first].lock().unwrap();
                            *outer += *inner + 1;
                        }
                        Operation::TryLock(which) => match shared.locks[which].try_lock() {
                            Ok(mut guard) => *guard += 1,
                            Err(_) => seen.push(100),
                        },
                        Operation::Notify => shared.condition.notify_one(),
                        Operation::Wait => {
                            let guard = shared.locks[0].lock().unwrap();
                            let wait = Duration::from_millis(1);
                            let waited = shared.condition.wait_timeout(guard, wait).unwrap();
                            seen.push(200 + u32::from(waited.1.timed_out()));
                        }
                        Operation::Send(value) => send.as_ref().unwrap().send(value).unwrap(),
                        Operation::TryReceive => {
                            let receive = receive.lock().unwrap();
                            seen.push(receive.try_recv().map_or(300, |value| 300 + value));
                        }
                    }
                }
                seen
            })
        })
        .collect();
    for thread in threads {
        println!("{:?}", thread.join().unwrap());
    }
}

/// A limit for the merged search: a program with more states has too many schedules as well.
const STATES: usize = 300;

/// Compares one program; says whether its tree was small enough.
pub fn compare(seed: u64, text: &str, main: impl Fn() + Clone + Send + Sync + 'static) -> bool {
    let memory = if seed.is_multiple_of(2) {
        Memory::Sc
    } else {
        Memory::Weak
    };
    let explore = |rule| {
        let mut options = merging(rule);
        options.model.memory = memory;
        options.limits.samples = 0;
        if rule == Merging::Values {
            options.limits.states = STATES;
        }
        explored(&options, main.clone())
    };
    let by_value = explore(Merging::Values);
    match by_value.cut {
        None => {}
        Some(Cut::States(_)) => return false,
        _ => panic!("seed {seed}, {memory:?}: {:?}: {text}", by_value.cut),
    }
    if by_value
        .schedules()
        .is_none_or(|schedules| schedules > BigUint::from(SCHEDULES))
    {
        return false;
    }
    // Nothing had to be merged by history after all.
    assert_eq!(
        by_value.model.merging,
        Merging::Values,
        "seed {seed}: {text}"
    );
    let plain = ends(&explore(Merging::Never));
    assert_eq!(
        ends(&by_value),
        plain,
        "seed {seed}, {memory:?}, by value: {text}"
    );
    let by_history = ends(&explore(Merging::History));
    assert_eq!(
        by_history, plain,
        "seed {seed}, {memory:?}, by history: {text}"
    );
    true
}

/// Compares programs of one seed after the other, until so many were small enough. The variable
/// `RANDOM_PROGRAMS` asks for another number of them.
pub fn compare_many(number: Number, compare: impl Fn(u64) -> bool) {
    let asked = std::env::var("RANDOM_PROGRAMS").ok();
    let known = match std::env::var_os("THOROUGH") {
        Some(_) => number.thorough,
        None => number.usual,
    };
    let number = asked.and_then(|asked| asked.parse().ok()).unwrap_or(known);
    let (mut compared, mut seed) = (0, 0);
    while compared < number {
        compared += usize::from(compare(seed));
        seed += 1;
    }
    std::println!("{compared} of {seed} programs were compared");
}

#[test]
fn random_programs_agree_with_plain_enumeration() {
    compare_many(PROGRAMS, |seed| {
        let threads = program(seed);
        let text = format!("{threads:?}");
        compare(seed, &text, move || run(&threads))
    });
}
