//! Blocks of the heap: which there are, and who has asked for them.
//!
//! An address means nothing in another execution. But a thread is deterministic, so the third block
//! of 24 bytes that it asks for is the same one in each execution.

use crate::hashing::HashMap;
use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::mem::ManuallyDrop;

/// What tells a block from all others of a program.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Block {
    /// The number of the thread that has asked for it.
    pub(crate) thread: u32,
    pub(crate) size: usize,
    /// How many of this size it had asked for before.
    pub(crate) nth: u32,
    /// Whether it was full of zeros at first.
    pub(crate) is_zeroed: bool,
}

#[derive(Default)]
struct Blocks {
    live: BTreeMap<usize, Block>,
    asked: HashMap<(u32, usize), u32>,
}

thread_local! {
    /// Apart from the world, because the allocator is also called while the scheduler uses that.
    /// Never dropped, because it is also called while the thread ends.
    static BLOCKS: RefCell<Option<ManuallyDrop<Blocks>>> = const { RefCell::new(None) };
    static NOTED: Cell<bool> = const { Cell::new(false) };
    /// The number of the thread of the program that runs.
    static RUNNING: Cell<u32> = const { Cell::new(0) };
}

/// An execution begins, in which blocks are noted.
pub(crate) fn begin() {
    BLOCKS.set(Some(ManuallyDrop::new(Blocks::default())));
    NOTED.set(true);
}

/// The execution ends.
pub(crate) fn end() {
    NOTED.set(false);
    let blocks = BLOCKS.take();
    drop(blocks.map(ManuallyDrop::into_inner));
}

/// Whether there is an execution in which they are.
pub(crate) fn are_noted() -> bool {
    NOTED.get()
}

/// The thread with this number runs now.
pub(crate) fn run(thread: u32) {
    RUNNING.set(thread);
}

/// The running thread has been given a block.
pub(crate) fn add(start: usize, size: usize, is_zeroed: bool) {
    change(|blocks| {
        let thread = RUNNING.get();
        let asked = blocks.asked.entry((thread, size)).or_insert(0);
        let nth = *asked;
        *asked += 1;
        let block = Block {
            thread,
            size,
            nth,
            is_zeroed,
        };
        blocks.live.insert(start, block);
    });
}

/// A block is given back.
pub(crate) fn remove(start: usize) {
    change(|blocks| {
        blocks.live.remove(&start);
    });
}

/// The block in which an address lies, and where that begins.
pub(crate) fn at(address: usize) -> Option<(usize, Block)> {
    BLOCKS.with(|blocks| {
        let blocks = blocks.try_borrow().ok()?;
        let blocks = blocks.as_ref()?;
        let (start, block) = blocks.live.range(..=address).next_back()?;
        (address - start < block.size).then_some((*start, *block))
    })
}

/// What is done to the list may itself ask for memory, which is then no part of the list.
fn change(f: impl FnOnce(&mut Blocks)) {
    // Neither can fail in a thread that explores; what others ask for is nobody's business.
    let _ = BLOCKS.try_with(|blocks| {
        if let Ok(mut blocks) = blocks.try_borrow_mut()
            && let Some(blocks) = blocks.as_mut()
        {
            f(blocks);
        }
    });
}
