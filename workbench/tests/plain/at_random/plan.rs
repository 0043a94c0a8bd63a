//! What a random program does: its threads, step by step.

use std::sync::atomic::Ordering;

/// A piece of memory that threads share.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Area {
    /// A `static mut` array of bytes, in overlapping ranges, aligned or not.
    Bytes,
    /// A `static mut` struct with three fields.
    Pair,
    /// Another one.
    Other,
    /// A `static mut` array of numbers.
    Row,
    /// An `UnsafeCell` in a `static`.
    Cell,
    /// A block of the heap, by raw pointers.
    Boxed,
    /// What is shared by an `Arc`, and looked at when that is dropped.
    Board,
}

/// Some bytes of it that are read or written.
#[derive(Clone, Copy, Debug)]
pub struct Part {
    pub area: Area,
    pub start: usize,
    pub size: usize,
    pub writes: bool,
}

/// A line of the program that accesses shared memory.
#[derive(Clone, Debug)]
pub struct Access {
    pub text: String,
    pub parts: Vec<Part>,
}

/// How a lock for readers and writers is held.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    Read,
    Upgradable,
    Write,
}

/// The two of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shared {
    Std,
    ParkingLot,
}

#[derive(Clone, Debug)]
pub enum Op {
    Access(Access),
    Spawn(usize),
    Join(usize),
    Lock,
    /// Skips the next two if it is locked.
    TryLock,
    Unlock,
    Enter(Shared, Mode),
    Change(Shared, Mode, Mode),
    Leave(Shared, Mode),
    Store(usize, Ordering),
    /// Skips the next if it sees 0.
    Load(usize, Ordering),
    Add(usize, Ordering),
    /// Sets it if it is 0. Skips the next if it is not.
    Set(usize, Ordering),
    Fence(Ordering),
    Send,
    /// Skips the next if it is full or nobody receives.
    TrySend,
    Receive,
    /// Skips the next if there is nothing.
    TryReceive,
    DropSender,
    DropReceiver,
    /// Skips the next two if it was done.
    Once,
    /// The same, of a cell that is filled.
    Init,
    OnceEnd(bool),
    /// Skips the next if the cell is empty.
    Get,
    Meet,
    Park,
    Unpark(usize),
    Notify,
    Await,
    DropBoard,
}

/// Which channel there is: whose, and for how many messages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Channel {
    Std(Option<usize>),
    Crossbeam(Option<usize>),
}

impl Channel {
    pub fn room(self) -> Option<usize> {
        let (Channel::Std(room) | Channel::Crossbeam(room)) = self;
        room
    }
}

/// A random program. The first thread is main.
#[derive(Clone, Debug)]
pub struct Plan {
    pub seed: u64,
    pub threads: Vec<Vec<Op>>,
    pub channel: Channel,
}

impl Plan {
    /// Whether a thread uses something of this kind.
    pub fn uses(&self, thread: usize, is: impl Fn(&Op) -> bool) -> bool {
        self.threads[thread].iter().any(is)
    }

    /// The threads that do.
    pub fn users(&self, is: impl Fn(&Op) -> bool + Copy) -> Vec<usize> {
        let threads = 0..self.threads.len();
        threads.filter(|thread| self.uses(*thread, is)).collect()
    }
}

/// Whether it needs a handle for sending.
pub fn is_send(op: &Op) -> bool {
    matches!(op, Op::Send | Op::TrySend)
}

/// Whether it needs a handle for receiving.
pub fn is_receive(op: &Op) -> bool {
    matches!(op, Op::Receive | Op::TryReceive)
}
