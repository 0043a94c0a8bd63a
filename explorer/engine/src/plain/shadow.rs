//! Who has accessed what.

use super::clock::Clock;
use super::race::Kind;
use crate::tables::{Inside, Position};
use crate::world::ThreadId;
use std::collections::BTreeMap;

/// Memory is looked at in pieces of this many bytes.
const PIECE: usize = 8;

/// An access that was made.
#[derive(Clone, Debug)]
pub(crate) struct Made {
    pub(crate) thread: ThreadId,
    /// The thread's epoch then.
    pub(crate) epoch: u32,
    pub(crate) kind: Kind,
    pub(crate) start: usize,
    pub(crate) size: usize,
    /// Where in the program's code: the address to which the call returns that told of it.
    pub(crate) code: usize,
    /// Which operation it was, and where, if it was one.
    pub(crate) operation: Option<(u32, Position)>,
    /// Where in the program's library it is, if it was an operation and is there.
    pub(crate) inside: Option<Inside>,
}

impl Made {
    /// The part that two accesses have in common, as start and size.
    pub(crate) fn common(&self, start: usize, size: usize) -> (usize, usize) {
        let from = self.start.max(start);
        let to = (self.start + self.size).min(start + size);
        (from, to.saturating_sub(from))
    }
}

/// Which bytes of one piece an access touched, one bit each.
type Mask = u8;

/// All accesses that may still race with a later one.
#[derive(Debug, Default)]
pub(crate) struct Shadow {
    pieces: BTreeMap<usize, Vec<(Mask, Made)>>,
}

impl Shadow {
    /// The accesses that race with this one: nothing orders them before it, for a thread that
    /// knows `known`.
    pub(crate) fn races(&self, access: &Made, known: &Clock) -> Vec<Made> {
        let mut found: Vec<Made> = Vec::new();
        let last = access.start + access.size.max(1) - 1;
        let pieces = self.pieces.range(access.start / PIECE..=last / PIECE);
        for (piece, made) in pieces {
            let mask = mask(*piece, access.start, access.size);
            for (other_mask, other) in made {
                let conflict = mask & other_mask != 0
                    && other.thread != access.thread
                    && !(other.kind.is_read() && access.kind.is_read());
                let is_new = || {
                    found.iter().all(|f| {
                        (f.thread, f.code, f.start) != (other.thread, other.code, other.start)
                    })
                };
                if conflict && known.at(other.thread) < other.epoch && is_new() {
                    found.push(other.clone());
                }
            }
        }
        found
    }

    /// Keeps an access, and forgets those whose races are also races with this one.
    pub(crate) fn keep(&mut self, access: &Made, known: &Clock) {
        let last = access.start + access.size.max(1) - 1;
        for piece in access.start / PIECE..=last / PIECE {
            let mask = mask(piece, access.start, access.size);
            let all = self.pieces.entry(piece).or_default();
            all.retain(|(other_mask, other)| {
                let inside = other_mask & !mask == 0;
                let before = other.thread == access.thread || known.at(other.thread) >= other.epoch;
                let as_strict = !access.kind.is_read() || other.kind.is_read();
                !(inside && before && as_strict)
            });
            all.push((mask, access.clone()));
        }
    }

    /// Forgets what was done to memory that is new now.
    pub(crate) fn forget(&mut self, start: usize, size: usize) {
        if size == 0 {
            return;
        }
        let pieces = start / PIECE..=(start + size - 1) / PIECE;
        let old: Vec<usize> = self.pieces.range(pieces).map(|(piece, _)| *piece).collect();
        for piece in old {
            let mask = mask(piece, start, size);
            if let Some(all) = self.pieces.get_mut(&piece) {
                all.retain_mut(|(other, _)| {
                    *other &= !mask;
                    *other != 0
                });
                if all.is_empty() {
                    self.pieces.remove(&piece);
                }
            }
        }
    }
}

fn mask(piece: usize, start: usize, size: usize) -> Mask {
    let base = piece * PIECE;
    let from = start.saturating_sub(base).min(PIECE);
    let to = (start + size).saturating_sub(base).min(PIECE);
    let below = |bit: usize| ((1u16 << bit) - 1) as u8;
    below(to) & !below(from)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn made(thread: usize, epoch: u32, kind: Kind, start: usize, size: usize) -> Made {
        Made {
            thread: ThreadId(thread),
            epoch,
            kind,
            start,
            size,
            code: thread,
            operation: None,
            inside: None,
        }
    }

    #[test]
    fn bytes_side_by_side_do_not_race() {
        let mut shadow = Shadow::default();
        shadow.keep(&made(0, 1, Kind::Write, 100, 2), &Clock::default());
        let races = |start, size| {
            let access = made(1, 1, Kind::Write, start, size);
            shadow.races(&access, &Clock::default()).len()
        };
        assert_eq!((races(98, 2), races(102, 2)), (0, 0));
        assert_eq!((races(101, 1), races(96, 8), races(101, 64)), (1, 1, 1));
    }

    #[test]
    fn what_is_known_to_have_happened_does_not_race() {
        let mut shadow = Shadow::default();
        shadow.keep(&made(0, 2, Kind::Write, 64, 8), &Clock::default());
        let mut known = Clock::default();
        let read = made(1, 1, Kind::Read, 64, 8);
        known.advance(ThreadId(0), 1);
        assert_eq!(shadow.races(&read, &known).len(), 1);
        known.advance(ThreadId(0), 2);
        assert_eq!(shadow.races(&read, &known).len(), 0);
    }

    #[test]
    fn reads_are_kept_beside_one_another() {
        let mut shadow = Shadow::default();
        shadow.keep(&made(0, 1, Kind::Read, 64, 8), &Clock::default());
        shadow.keep(&made(1, 1, Kind::Read, 64, 8), &Clock::default());
        let write = made(2, 1, Kind::Write, 64, 8);
        assert_eq!(shadow.races(&write, &Clock::default()).len(), 2);
    }

    #[test]
    fn new_memory_has_no_past() {
        let mut shadow = Shadow::default();
        shadow.keep(&made(0, 1, Kind::Write, 64, 16), &Clock::default());
        shadow.forget(64, 8);
        let write = |start| made(1, 1, Kind::Write, start, 4);
        assert_eq!(shadow.races(&write(64), &Clock::default()).len(), 0);
        assert_eq!(shadow.races(&write(72), &Clock::default()).len(), 1);
    }
}
