//! A random program, made up.

use super::accesses::Random;
use super::plan::{Area, Channel, Mode, Op, Plan, Shared, is_receive, is_send};
use std::sync::atomic::Ordering;

const AREAS: [Area; 6] = [
    Area::Bytes,
    Area::Pair,
    Area::Other,
    Area::Row,
    Area::Cell,
    Area::Boxed,
];

impl Plan {
    /// The program of a seed, the same every time.
    pub fn of(seed: u64) -> Plan {
        let mut random = Random(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1);
        for _ in 0..3 {
            random.below(2);
        }
        let threads = random.of(&[2, 3, 3]);
        let area = random.of(&AREAS);
        let areas = match area {
            Area::Pair | Area::Other => vec![Area::Pair, Area::Other],
            area => vec![area],
        };
        // One kind of object, or two, and each of them as often as any other.
        let kinds = match random.below(3) {
            0 => vec![random.below(11), random.below(11)],
            _ => vec![random.below(10)],
        };
        let room = random.of(&[None, Some(0), Some(1), Some(2)]);
        let channel = match random.below(3) {
            0 => Channel::Std(room),
            _ => Channel::Crossbeam(room),
        };
        let mut plan = Plan {
            seed,
            threads: Vec::new(),
            channel,
        };
        for thread in 0..threads {
            let ops = random.thread(thread, threads, &kinds, &areas);
            plan.threads.push(ops);
        }
        plan.fit_channel();
        plan.start_and_join(&mut random);
        plan
    }

    /// What only some channels can do is left out, and who is done with it hangs up.
    fn fit_channel(&mut self) {
        let (room, is_std) = (self.channel.room(), matches!(self.channel, Channel::Std(_)));
        let mut receiver = None;
        for (thread, ops) in self.threads.iter_mut().enumerate() {
            let tries = match (room, is_std) {
                // Whether somebody waits there, a look cannot tell for sure.
                (Some(0), _) => [false, false],
                (None, true) => [false, true],
                _ => [true, true],
            };
            ops.retain(|op| match op {
                Op::TrySend => tries[0],
                Op::TryReceive => tries[1],
                _ => true,
            });
            if ops.iter().any(is_receive) {
                // std's receiver belongs to one thread.
                match receiver {
                    Some(_) if is_std => ops.retain(|op| !is_receive(op)),
                    _ => receiver = Some(thread),
                }
            }
            let skips = |op: &Op| usize::from(matches!(op, Op::TrySend | Op::TryReceive));
            if let Some(at) = ops.iter().rposition(is_receive) {
                ops.insert(at + 1 + skips(&ops[at]), Op::DropReceiver);
            }
            if let Some(at) = ops.iter().rposition(is_send) {
                ops.insert(at + 1 + skips(&ops[at]), Op::DropSender);
            }
        }
        let (senders, receivers) = (self.users(is_send), self.users(is_receive));
        // Somebody must have the end that nobody uses.
        if receivers.is_empty() && !senders.is_empty() {
            self.threads[0].push(Op::DropReceiver);
        }
        if senders.is_empty() && !receivers.is_empty() {
            self.threads[0].push(Op::DropSender);
        }
    }

    /// Main starts the others, and waits for most of them.
    fn start_and_join(&mut self, random: &mut Random) {
        let others = 1..self.threads.len();
        let detached = random.below(8) == 0;
        let main = &mut self.threads[0];
        let late =
            main.first().is_some_and(|op| matches!(op, Op::Access(_))) && random.below(3) == 0;
        let at = usize::from(late);
        main.splice(at..at, others.clone().map(Op::Spawn));
        for thread in others {
            if !detached || thread > 1 {
                main.push(Op::Join(thread));
            }
        }
    }
}

impl Random {
    /// What a thread does with one kind of object, with accesses in between.
    fn unit(&mut self, kind: usize, thread: usize, threads: usize, areas: &[Area]) -> Vec<Op> {
        let access = self.access(areas);
        let (acquire, release) = (
            self.of(&[Ordering::Relaxed, Ordering::Acquire, Ordering::SeqCst]),
            self.of(&[Ordering::Relaxed, Ordering::Release, Ordering::SeqCst]),
        );
        let both = self.of(&[
            Ordering::Relaxed,
            Ordering::Acquire,
            Ordering::Release,
            Ordering::AcqRel,
            Ordering::SeqCst,
        ]);
        match kind {
            0 if self.below(4) == 0 => vec![Op::TryLock, access, Op::Unlock],
            0 => vec![Op::Lock, access, Op::Unlock],
            1 => {
                let mode = self.of(&[Mode::Read, Mode::Read, Mode::Write]);
                let mut ops = vec![Op::Enter(Shared::Std, mode), access];
                let mut last = mode;
                if mode == Mode::Write && self.below(3) == 0 {
                    last = Mode::Read;
                    ops.push(Op::Change(Shared::Std, mode, last));
                    ops.push(self.access(areas));
                }
                ops.push(Op::Leave(Shared::Std, last));
                ops
            }
            2 => {
                let mode = self.of(&[Mode::Read, Mode::Upgradable, Mode::Upgradable, Mode::Write]);
                let mut ops = vec![Op::Enter(Shared::ParkingLot, mode), access];
                let next = match (mode, self.below(6)) {
                    (Mode::Upgradable, 0 | 1) => Some(Mode::Write),
                    (Mode::Upgradable | Mode::Write, 2) => Some(Mode::Read),
                    (Mode::Write, 3) => Some(Mode::Upgradable),
                    _ => None,
                };
                if let Some(next) = next {
                    ops.push(Op::Change(Shared::ParkingLot, mode, next));
                    ops.push(self.access(areas));
                }
                ops.push(Op::Leave(Shared::ParkingLot, next.unwrap_or(mode)));
                ops
            }
            3 => {
                let atomic = self.below(2);
                match self.below(5) {
                    0 => vec![access, Op::Store(atomic, release)],
                    1 => vec![Op::Load(atomic, acquire), access],
                    2 => vec![access, Op::Add(atomic, both)],
                    3 => vec![Op::Set(atomic, both), access],
                    _ => match self.below(2) {
                        0 => vec![
                            access,
                            Op::Fence(Ordering::Release),
                            Op::Store(atomic, release),
                        ],
                        _ => vec![
                            Op::Load(atomic, acquire),
                            Op::Fence(both_fence(both)),
                            access,
                        ],
                    },
                }
            }
            4 => match self.below(8) {
                0..3 => vec![access, Op::Send],
                3 => vec![access, Op::Send, self.access(areas)],
                4 => vec![access, Op::Receive],
                5 | 6 => vec![Op::Receive, access],
                _ if self.below(2) == 0 => vec![Op::TrySend, access],
                _ => vec![Op::TryReceive, access],
            },
            5 => match self.below(4) {
                0 | 1 => vec![Op::Once, access, Op::OnceEnd(false), self.access(areas)],
                2 => vec![Op::Init, access, Op::OnceEnd(true)],
                _ => vec![Op::Get, access],
            },
            6 => match thread {
                0 if threads > 1 => vec![access, Op::Unpark(1 + self.below(threads - 1))],
                _ => vec![Op::Park, access],
            },
            7 => match self.below(2) {
                0 => vec![access, Op::Notify],
                _ => vec![Op::Await, access],
            },
            8 => vec![access, Op::Meet, self.access(areas)],
            9 => vec![self.access(&[Area::Board]), Op::DropBoard, access],
            _ => vec![access],
        }
    }

    /// Each thread once: the objects that it can use once only, and what must be said at the end.
    fn thread(
        &mut self,
        thread: usize,
        threads: usize,
        kinds: &[usize],
        areas: &[Area],
    ) -> Vec<Op> {
        // What races is a step, so a few accesses more make very many schedules.
        let units = if threads > 2 { 1 } else { 1 + self.below(2) };
        let mut ops: Vec<Op> = Vec::new();
        let mut once_only = Vec::new();
        for _ in 0..units {
            let kind = self.of(kinds);
            // Who meets or drops a second time would need a second object.
            if [8, 9].contains(&kind) {
                if once_only.contains(&kind) {
                    continue;
                }
                once_only.push(kind);
            }
            ops.extend(self.unit(kind, thread, threads, areas));
        }
        ops
    }
}

fn both_fence(ordering: Ordering) -> Ordering {
    match ordering {
        Ordering::Relaxed => Ordering::Acquire,
        other => other,
    }
}
