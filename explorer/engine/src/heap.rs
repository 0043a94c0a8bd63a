//! The heap of the explored program: which blocks there are, so that it can be told what a thread
//! keeps outside of its stack.
//!
//! Blocks are noted only while an execution asks for it, and only those that the program allocates.
//! What it gives back is then kept for it: a loop that makes and drops the same in each round finds
//! the same blocks each time, whatever the explorer allocates in between.

use crate::fingerprint::{Fingerprint, Fingerprinter};
use crate::hashing::HashMap;
use crate::plain::access;
use crate::world::{Place, place};
use std::alloc::{GlobalAlloc, Layout, System};
use std::cell::Cell;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::ptr;

/// The system's allocator, which takes note of the program's blocks.
#[derive(Debug)]
struct Noting;

#[global_allocator]
static ALLOCATOR: Noting = Noting;

thread_local! {
    static BLOCKS: Cell<*mut Blocks> = const { Cell::new(ptr::null_mut()) };
}

/// Calls `f` with the list of blocks, if they are noted now.
pub(crate) fn with_blocks(f: impl FnOnce(&mut Blocks)) {
    // Taken out meanwhile: the list itself allocates.
    let blocks = BLOCKS.replace(ptr::null_mut());
    if !blocks.is_null() {
        // SAFETY: it comes from a box in `begin`, and it was taken out, so that there is no second
        // reference.
        f(unsafe { &mut *blocks });
        BLOCKS.set(blocks);
        if place() == Place::Thread {
            // This ran on the stack of a thread, and has left there how many blocks there were.
            crate::fiber::wipe();
        }
    }
}

// SAFETY: the system's allocator does the work.
unsafe impl GlobalAlloc for Noting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        let block = match kept(layout) {
            Some(block) => block,
            // SAFETY: as the caller promises.
            None => unsafe { System.alloc(layout) },
        };
        note(block, layout.size(), false);
        block
    }

    unsafe fn alloc_zeroed(&self, layout: Layout) -> *mut u8 {
        let block = match kept(layout) {
            Some(block) => {
                // SAFETY: it is a block of this size, and nobody has it.
                unsafe { block.write_bytes(0, layout.size()) };
                block
            }
            // SAFETY: as the caller promises.
            None => unsafe { System.alloc_zeroed(layout) },
        };
        note(block, layout.size(), true);
        block
    }

    unsafe fn dealloc(&self, block: *mut u8, layout: Layout) {
        access::freed(block as usize, layout.size());
        let mut is_kept = false;
        with_blocks(|blocks| is_kept = blocks.give_back(block as usize, layout));
        if !is_kept {
            // SAFETY: as the caller promises.
            unsafe { System.dealloc(block, layout) };
        }
    }

    unsafe fn realloc(&self, block: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        let mut is_noted = false;
        with_blocks(|blocks| is_noted = blocks.all.contains_key(&(block as usize)));
        if !is_noted {
            access::freed(block as usize, layout.size());
            // SAFETY: as the caller promises.
            let moved = unsafe { System.realloc(block, layout, size) };
            if !moved.is_null() {
                note(moved, size, false);
            }
            return moved;
        }
        // SAFETY: as the caller promises; the new block is another one than the old.
        unsafe {
            let moved = self.alloc(Layout::from_size_align_unchecked(size, layout.align()));
            if !moved.is_null() {
                ptr::copy_nonoverlapping(block, moved, layout.size().min(size));
                self.dealloc(block, layout);
            }
            moved
        }
    }
}

/// A block that the program has given back, if it asks for one like that.
fn kept(layout: Layout) -> Option<*mut u8> {
    let mut block = None;
    if place() == Place::Thread {
        with_blocks(|blocks| block = blocks.take(layout));
    }
    block.map(ptr::with_exposed_provenance_mut)
}

fn note(block: *mut u8, size: usize, is_zeroed: bool) {
    if !block.is_null() && place() == Place::Thread {
        access::allocated(block as usize, size, is_zeroed);
        with_blocks(|blocks| {
            let serial = blocks.noted;
            blocks.noted += 1;
            blocks.all.insert(block as usize, (size, serial));
        });
    }
}

/// Notes the program's blocks from now on, of which there are none yet.
pub(crate) fn begin() {
    BLOCKS.set(Box::into_raw(Box::default()));
}

/// Notes no blocks from now on.
pub(crate) fn end() {
    let blocks = BLOCKS.replace(ptr::null_mut());
    if !blocks.is_null() {
        // SAFETY: it came from a box in `begin`, and nobody else can find it any more.
        let blocks = unsafe { Box::from_raw(blocks) };
        for (layout, kept) in blocks.kept {
            for block in kept {
                // SAFETY: it was given back as a block of this layout, and nobody has it.
                unsafe { System.dealloc(ptr::with_exposed_provenance_mut(block), layout) };
            }
        }
    }
}

/// Tells the block in which an address lies from all others that have been there.
pub(crate) fn serial(address: usize) -> Option<u64> {
    let mut serial = None;
    with_blocks(|blocks| serial = blocks.serial(address));
    serial
}

/// The program's blocks of one execution.
#[derive(Debug, Default)]
pub(crate) struct Blocks {
    /// By their addresses, how large they are, and the how manieth.
    all: BTreeMap<usize, (usize, u64)>,
    noted: u64,
    /// How much at the beginning of a block says nothing: the counts of a counted pointer, which
    /// change when others make and drop pointers.
    counts: BTreeMap<usize, usize>,
    /// Blocks that were given back.
    kept: HashMap<Layout, BTreeSet<usize>>,
}

impl Blocks {
    /// Says whether the block is kept.
    fn give_back(&mut self, block: usize, layout: Layout) -> bool {
        self.counts.remove(&block);
        let is_noted = self.all.remove(&block).is_some();
        if is_noted {
            self.kept.entry(layout).or_default().insert(block);
        }
        is_noted
    }

    /// The first block in memory of those that were given back.
    fn take(&mut self, layout: Layout) -> Option<usize> {
        self.kept.get_mut(&layout)?.pop_first()
    }

    /// The block in which an address lies.
    fn around(&self, address: usize) -> Option<Range<usize>> {
        let (&start, &(size, _)) = self.all.range(..=address).next_back()?;
        (address < start + size).then(|| start..start + size)
    }

    fn serial(&self, address: usize) -> Option<u64> {
        let block = self.around(address)?;
        self.all.get(&block.start).map(|(_, serial)| *serial)
    }

    /// What lies before this address in its block are counts.
    pub(crate) fn note_counts(&mut self, value: usize) {
        // A value without a size may lie at the end of its block.
        if let Some((&start, &(size, _))) = self.all.range(..=value).next_back()
            && value <= start + size
        {
            self.counts.insert(start, value - start);
        }
    }
}

/// Memory that belongs to shared objects: what a thread knows of it is in its history.
#[derive(Debug, Default)]
pub(crate) struct Shared(BTreeMap<usize, usize>);

impl Shared {
    pub(crate) fn add(&mut self, region: Range<usize>) {
        if !region.is_empty() {
            let end = self.0.entry(region.start).or_insert(region.end);
            *end = region.end.max(*end);
        }
    }

    /// The parts of a range that belong to no object.
    fn outside(&self, range: Range<usize>) -> Vec<Range<usize>> {
        let mut parts = Vec::new();
        let mut start = range.start;
        let first = self.0.range(..range.start).next_back();
        for (&from, &to) in first.into_iter().chain(self.0.range(range.clone())) {
            if from > start {
                parts.push(start..from);
            }
            start = start.max(to);
        }
        if start < range.end {
            parts.push(start..range.end);
        }
        parts
    }

    /// Adds what lies in a range and belongs to no object.
    pub(crate) fn fingerprint(&self, range: Range<usize>, into: &mut Fingerprinter) {
        for part in self.outside(range) {
            into.number(part.start as u64);
            // SAFETY: as `bytes` asks: ranges are those of stacks and blocks in use.
            into.fingerprint(Fingerprint::of(unsafe { bytes(part) }));
        }
    }
}

/// # Safety
///
/// The range must be mapped and readable, and nothing may write to it meanwhile.
unsafe fn bytes<'a>(range: Range<usize>) -> &'a [u8] {
    // SAFETY: as the caller promises.
    unsafe { std::slice::from_raw_parts(ptr::with_exposed_provenance(range.start), range.len()) }
}

/// Everything that can be reached from some places in memory, without going through an object.
pub(crate) struct Reach<'a> {
    pub(crate) blocks: &'a Blocks,
    pub(crate) shared: &'a Shared,
    /// The stacks of the other threads, as far as they are in use: a thread may borrow from them.
    pub(crate) stacks: &'a [Range<usize>],
}

impl Reach<'_> {
    /// The fingerprint of all blocks that can be reached from `roots`: every word that looks like
    /// an address is taken for one.
    ///
    /// # Safety
    ///
    /// Roots, blocks and stacks must be readable, and nothing may run meanwhile.
    pub(crate) unsafe fn fingerprint(&self, roots: Vec<Range<usize>>) -> Fingerprint {
        let mut reached: BTreeMap<usize, usize> = BTreeMap::new();
        let mut seen = vec![false; self.stacks.len()];
        let mut todo = roots;
        while let Some(range) = todo.pop() {
            for word in words(range) {
                if let Some(block) = self.blocks.around(word) {
                    if reached.insert(block.start, block.end).is_none() {
                        todo.extend(self.shared.outside(block));
                    }
                } else if let Some(index) = self.stacks.iter().position(|one| one.contains(&word))
                    && !seen[index]
                {
                    seen[index] = true;
                    todo.extend(self.shared.outside(self.stacks[index].clone()));
                }
            }
        }
        let mut all = Fingerprinter::new();
        for (start, end) in reached {
            let counts = self.blocks.counts.get(&start).copied().unwrap_or(0);
            self.shared.fingerprint(start + counts..end, &mut all);
        }
        all.finish()
    }
}

/// The words in a range, as far as they lie at addresses of words.
fn words(range: Range<usize>) -> impl Iterator<Item = usize> {
    let first = range.start.next_multiple_of(size_of::<usize>());
    let last = range.end.saturating_sub(size_of::<usize>() - 1);
    (first..last).step_by(size_of::<usize>()).map(|address| {
        // SAFETY: a word within a range that `Reach::fingerprint` was promised to be readable; it
        // may hold anything.
        unsafe { ptr::with_exposed_provenance::<usize>(address).read_volatile() }
    })
}
