//! Random small programs, explored and enumerated.
//!
//! Each is a few threads that read and write eight shared bytes, under locks, guarded by atomics,
//! or under nothing at all. It is run twice: by the explorer, which sees the accesses because this
//! file is instrumented; and by a plain enumeration of every order of all its steps, which asks of
//! each two conflicting accesses whether a chain of synchronization leads from one to the other.
//! Both must agree on whether there is a data race, and on what can be in memory at the end.

use std::collections::BTreeSet;
use std::explorer::{Limits, Merging, Options, explore};
use std::sync::atomic::{AtomicU8, Ordering, fence};
use std::sync::{Mutex, RwLock};
use std::thread;

/// The program of a seed is the same every time.
const SEEDS: std::ops::Range<u64> = 0..1200;

#[derive(Clone, Copy, Debug, PartialEq)]
enum Op {
    Read(usize, usize),
    Write(usize, usize, u8),
    Add(usize, usize, u8),
    Lock(usize),
    Unlock(usize),
    ReadLock,
    ReadUnlock,
    WriteLock,
    WriteUnlock,
    Store(usize, Ordering),
    /// Skips the next step if it sees 0.
    Load(usize, Ordering),
    Count(usize, Ordering),
    Fence(Ordering),
}
use Op::*;

type Plan = Vec<Vec<Op>>;

// ---- at random ----

struct Random(u64);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) as usize % limit
    }

    fn of<T: Copy>(&mut self, all: &[T]) -> T {
        all[self.below(all.len())]
    }

    fn plain(&mut self, thread: usize) -> Op {
        let size = self.of(&[1, 1, 2, 4]);
        let offset = self.below(4 / size) * size + 4 * self.below(2);
        let value = (thread * 16 + 1 + self.below(3)) as u8;
        match self.below(4) {
            0 => Read(offset, size),
            1 => Add(offset, size, 1),
            _ => Write(offset, size, value),
        }
    }

    fn thread(&mut self, thread: usize, length: usize) -> Vec<Op> {
        let mut ops = Vec::new();
        while ops.len() < length {
            match self.below(9) {
                0 | 1 => ops.push(self.plain(thread)),
                2 | 3 => {
                    let lock = self.below(2);
                    ops.extend([Lock(lock), self.plain(thread), Unlock(lock)]);
                }
                4 => ops.extend([ReadLock, self.plain(thread), ReadUnlock]),
                5 => ops.extend([WriteLock, self.plain(thread), WriteUnlock]),
                6 => {
                    let ordering = self.of(&[Ordering::Relaxed, Ordering::Release]);
                    ops.push(Store(self.below(2), ordering));
                }
                7 => {
                    let ordering = self.of(&[Ordering::Relaxed, Ordering::Acquire]);
                    ops.extend([Load(self.below(2), ordering), self.plain(thread)]);
                }
                _ => {
                    let all = [Ordering::Acquire, Ordering::Release, Ordering::AcqRel];
                    let atomic = self.below(2);
                    let relaxed = [Ordering::Relaxed, Ordering::AcqRel, Ordering::Acquire];
                    match self.below(2) {
                        0 => ops.push(Fence(self.of(&all))),
                        _ => ops.push(Count(atomic, self.of(&relaxed))),
                    }
                }
            }
        }
        ops
    }
}

fn plan(seed: u64) -> Plan {
    let mut random = Random(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1);
    let (threads, length) = random.of(&[(2, 2), (2, 3), (2, 4), (3, 2)]);
    (0..threads).map(|thread| random.thread(thread, length)).collect()
}

// ---- explored ----

#[repr(C, align(8))]
struct Cells([u8; 8]);

static mut CELLS: Cells = Cells([0; 8]);
static LOCKS: [Mutex<()>; 2] = [Mutex::new(()), Mutex::new(())];
static SHARED: RwLock<()> = RwLock::new(());
static ATOMICS: [AtomicU8; 2] = [AtomicU8::new(0), AtomicU8::new(0)];

fn read(offset: usize, size: usize) -> u32 {
    let at = (&raw mut CELLS).cast::<u8>().wrapping_add(offset);
    unsafe {
        match size {
            1 => u32::from(*at),
            2 => u32::from(*at.cast::<u16>()),
            _ => *at.cast::<u32>(),
        }
    }
}

fn write(offset: usize, size: usize, value: u32) {
    let at = (&raw mut CELLS).cast::<u8>().wrapping_add(offset);
    unsafe {
        match size {
            1 => *at = value as u8,
            2 => *at.cast::<u16>() = value as u16,
            _ => *at.cast::<u32>() = value,
        }
    }
}

fn bytes(size: usize, value: u8) -> u32 {
    u32::from_le_bytes([value; 4]) & (u32::MAX >> (32 - 8 * size))
}

fn run(ops: &[Op]) {
    let mut guards = [None, None];
    let (mut reader, mut writer) = (None, None);
    let mut skips = false;
    for op in ops {
        if std::mem::take(&mut skips) {
            continue;
        }
        match *op {
            Read(offset, size) => {
                read(offset, size);
            }
            Write(offset, size, value) => write(offset, size, bytes(size, value)),
            Add(offset, size, by) => {
                let seen = read(offset, size);
                write(offset, size, seen.wrapping_add(by.into()));
            }
            Lock(lock) => guards[lock] = Some(LOCKS[lock].lock().unwrap()),
            Unlock(lock) => guards[lock] = None,
            ReadLock => reader = Some(SHARED.read().unwrap()),
            ReadUnlock => reader = None,
            WriteLock => writer = Some(SHARED.write().unwrap()),
            WriteUnlock => writer = None,
            Store(atomic, ordering) => ATOMICS[atomic].store(1, ordering),
            Load(atomic, ordering) => skips = ATOMICS[atomic].load(ordering) == 0,
            Count(atomic, ordering) => {
                ATOMICS[atomic].fetch_add(1, ordering);
            }
            Fence(ordering) => fence(ordering),
        }
    }
    drop((reader, writer));
}

/// Whether there is a race, and what can be in memory at the end.
fn explored(plan: &'static Plan) -> (bool, BTreeSet<String>) {
    let options = Options {
        sees_memory: true,
        limits: Limits {
            states: 2_000_000,
            samples: 0,
            ..Limits::default()
        },
        ..Options::default()
    };
    let program = move || {
        let threads: Vec<_> = plan.iter().map(|ops| thread::spawn(|| run(ops))).collect();
        for thread in threads {
            thread.join().unwrap();
        }
        print!("{:?}", unsafe { CELLS.0 });
    };
    let found = explore(&options.merging(Merging::History), program);
    assert!(found.is_complete(), "{:?}", found.cut);
    let races = found.endings.iter().filter(|ending| ending.outcome.kind.name() == "race");
    let ends = found.endings.iter().filter(|ending| ending.outcome.kind.name() == "done");
    (
        races.count() > 0,
        ends.map(|ending| ending.outcome.stdout.clone()).collect(),
    )
}

// ---- enumerated ----

/// A set of events, by their numbers in the order in which they happened.
type Events = u64;

#[derive(Clone, Default)]
struct Hand {
    at: usize,
    /// What it has read, for the writing half of an addition.
    seen: Option<u32>,
    skips: bool,
    /// All that happens before its next event.
    before: Events,
    /// What relaxed loads have seen, for an acquire fence.
    pending: Events,
    /// What is before its latest release fence, with it.
    fenced: Events,
}

#[derive(Clone, Default)]
struct Enumerated {
    cells: [u8; 8],
    held: [bool; 2],
    unlocked: [Events; 2],
    readers: usize,
    written: bool,
    by_readers: Events,
    by_writers: Events,
    atomics: [u8; 2],
    released: [Events; 2],
    hands: Vec<Hand>,
    events: usize,
    accesses: Vec<(usize, usize, usize, bool)>,
    is_racy: bool,
}

impl Enumerated {
    /// A new event of a thread, after all that it knows of, and after `more`.
    fn event(&mut self, thread: usize, more: Events) -> Events {
        let hand = &mut self.hands[thread];
        hand.before |= more | 1 << self.events;
        self.events += 1;
        hand.before
    }

    fn access(&mut self, thread: usize, offset: usize, size: usize, writes: bool) {
        let before = self.hands[thread].before;
        for &(event, start, length, wrote) in &self.accesses {
            let overlap = start < offset + size && offset < start + length;
            self.is_racy |= overlap && (writes || wrote) && before & 1 << event == 0;
        }
        self.accesses.push((self.events, offset, size, writes));
        self.event(thread, 0);
    }

    fn load(&self, offset: usize, size: usize) -> u32 {
        let mut value = [0; 4];
        value[..size].copy_from_slice(&self.cells[offset..offset + size]);
        u32::from_le_bytes(value)
    }

    fn save(&mut self, offset: usize, size: usize, value: u32) {
        self.cells[offset..offset + size].copy_from_slice(&value.to_le_bytes()[..size]);
    }

    /// Takes the next step of a thread; false if it cannot.
    fn step(&mut self, plan: &Plan, thread: usize) -> bool {
        let at = self.hands[thread].at;
        let Some(&op) = plan[thread].get(at) else {
            return false;
        };
        self.hands[thread].at += 1;
        if std::mem::take(&mut self.hands[thread].skips) {
            return true;
        }
        let acquires = |ordering| matches!(ordering, Ordering::Acquire | Ordering::AcqRel);
        let releases = |ordering| matches!(ordering, Ordering::Release | Ordering::AcqRel);
        match op {
            Read(offset, size) => self.access(thread, offset, size, false),
            Write(offset, size, value) => {
                self.access(thread, offset, size, true);
                self.save(offset, size, bytes(size, value));
            }
            Add(offset, size, by) => match self.hands[thread].seen.take() {
                None => {
                    self.access(thread, offset, size, false);
                    self.hands[thread].seen = Some(self.load(offset, size));
                    self.hands[thread].at = at;
                }
                Some(seen) => {
                    self.access(thread, offset, size, true);
                    self.save(offset, size, seen.wrapping_add(by.into()));
                }
            },
            Lock(lock) if self.held[lock] => return false,
            Lock(lock) => {
                self.held[lock] = true;
                self.event(thread, self.unlocked[lock]);
            }
            Unlock(lock) => {
                self.held[lock] = false;
                self.unlocked[lock] = self.event(thread, 0);
            }
            ReadLock if self.written => return false,
            ReadLock => {
                self.readers += 1;
                self.event(thread, self.by_writers);
            }
            ReadUnlock => {
                self.readers -= 1;
                self.by_readers |= self.event(thread, 0);
            }
            WriteLock if self.written || self.readers > 0 => return false,
            WriteLock => {
                self.written = true;
                self.event(thread, self.by_writers | self.by_readers);
            }
            WriteUnlock => {
                self.written = false;
                self.by_writers |= self.event(thread, 0);
            }
            Store(atomic, ordering) => {
                self.atomics[atomic] = 1;
                let now = self.event(thread, 0);
                self.released[atomic] = if releases(ordering) { now } else { self.hands[thread].fenced };
            }
            Load(atomic, ordering) => {
                let released = self.released[atomic];
                self.event(thread, if acquires(ordering) { released } else { 0 });
                self.hands[thread].pending |= released;
                self.hands[thread].skips = self.atomics[atomic] == 0;
            }
            Count(atomic, ordering) => {
                let released = self.released[atomic];
                self.atomics[atomic] = self.atomics[atomic].wrapping_add(1);
                let now = self.event(thread, if acquires(ordering) { released } else { 0 });
                self.hands[thread].pending |= released;
                let own = if releases(ordering) { now } else { self.hands[thread].fenced };
                self.released[atomic] |= own;
            }
            Fence(ordering) => {
                let pending = self.hands[thread].pending;
                let now = self.event(thread, if acquires(ordering) { pending } else { 0 });
                if releases(ordering) {
                    self.hands[thread].fenced = now;
                }
            }
        }
        true
    }

    fn enumerate(self, plan: &Plan, found: &mut (bool, BTreeSet<String>), orders: &mut u64) {
        let mut is_over = true;
        for thread in 0..plan.len() {
            let mut next = self.clone();
            if next.step(plan, thread) {
                is_over = false;
                next.enumerate(plan, found, orders);
            }
        }
        if is_over {
            *orders += 1;
            found.0 |= self.is_racy;
            let ended = self.hands.iter().zip(plan).all(|(hand, ops)| hand.at == ops.len());
            if ended {
                found.1.insert(format!("{:?}", self.cells));
            }
        }
    }
}

fn enumerated(plan: &Plan, orders: &mut u64) -> (bool, BTreeSet<String>) {
    let mut found = (false, BTreeSet::new());
    let start = Enumerated {
        hands: vec![Hand::default(); plan.len()],
        ..Enumerated::default()
    };
    start.enumerate(plan, &mut found, orders);
    found
}

fn main() {
    let (mut racy, mut orders) = (0, 0);
    for seed in SEEDS {
        let plan: &'static Plan = Box::leak(Box::new(plan(seed)));
        let (expected, found) = (enumerated(plan, &mut orders), explored(plan));
        if expected != found {
            println!("seed {seed}: {plan:?}\nenumerated: {expected:?}\nexplored: {found:?}");
        }
        racy += u64::from(expected.0);
    }
    println!("{racy} of {} programs are racy, in {orders} orders of their steps", SEEDS.count());
}
