//! Where an address lies, in words that mean the same in each execution.

use super::blocks::{self, Block};
use super::statics;
use crate::world::World;

/// A piece of memory.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Area {
    /// A `static` of the program, by its address.
    Static(usize),
    /// A block of the heap.
    Block(Block),
    /// The stack of the thread with this number.
    Stack(u32),
}

/// Some bytes in a piece of memory.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Cell {
    pub(crate) area: Area,
    /// Counted from where the area begins; on a stack from its base downwards.
    pub(crate) offset: usize,
    pub(crate) size: usize,
}

impl Cell {
    pub(crate) fn overlaps(&self, other: &Cell) -> bool {
        self.area == other.area
            && self.offset < other.offset + other.size
            && other.offset < self.offset + self.size
    }
}

/// Where an area begins in this execution: its lowest address.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Found {
    pub(crate) area: Area,
    pub(crate) start: usize,
}

impl Found {
    /// The bytes at `address`, as a cell.
    pub(crate) fn cell(&self, address: usize, size: usize) -> Cell {
        Cell {
            area: self.area,
            offset: address - self.start,
            size,
        }
    }

    /// Where a cell of this area lies.
    pub(crate) fn address(&self, cell: &Cell) -> usize {
        self.start + cell.offset
    }
}

/// Where an address lies; nothing if it is memory that the explorer does not look at, such as its
/// own.
pub(crate) fn find(world: &World, address: usize) -> Option<Found> {
    if let Some(found) = statics::at(address) {
        return Some(Found {
            area: Area::Static(found.start),
            start: found.start,
        });
    }
    if let Some((start, block)) = blocks::at(address) {
        return Some(Found {
            area: Area::Block(block),
            start,
        });
    }
    world.threads.iter().find_map(|thread| {
        let (start, base) = thread.fiber.stack();
        (start..base).contains(&address).then_some(Found {
            area: Area::Stack(thread.number),
            start,
        })
    })
}
