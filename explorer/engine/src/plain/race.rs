//! Two accesses to the same memory, one of them a write, that nothing orders.

use crate::tables::{Inside, Position};

/// What an access does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// It reads.
    Read,
    /// It writes.
    Write,
    /// It gives a block of the heap back, which nobody may use after that.
    Free,
}

impl Kind {
    /// In a word that stands before a name.
    pub(crate) fn verb(self) -> &'static str {
        match self {
            Kind::Read => "read",
            Kind::Write => "write",
            Kind::Free => "free",
        }
    }

    /// Whether it goes together with others of its kind.
    pub(crate) fn is_read(self) -> bool {
        self == Kind::Read
    }
}

/// One of the two accesses.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Side {
    /// The thread's number.
    pub thread: u32,
    /// What it does.
    pub kind: Kind,
    /// Where, (0, 0) if it is not in the program's text.
    pub position: Position,
    /// Where in the text of its library, if it is there. Then `position` is where that is called.
    pub(crate) inside: Option<Inside>,
    /// The number of the operation, if it is a step.
    pub operation: Option<u32>,
}

/// A data race. Two races are the same if they are at the same places of the text and for the same
/// memory, whichever threads they are between.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Race {
    /// The number of the object that they race for, if it is one.
    pub object: Option<u32>,
    /// The access that came first in this schedule.
    pub first: Side,
    /// The other one.
    pub second: Side,
}

/// A line of the program, or of a file of its library.
pub(crate) type Line = (Option<u32>, u32);

impl Side {
    fn line(&self) -> Line {
        match self.inside {
            Some(inside) => (Some(inside.file), inside.position.0),
            None => (None, self.position.0),
        }
    }
}

impl Race {
    /// What tells it from others: lines, smaller first.
    pub(crate) fn lines(&self) -> (Line, Line) {
        let (one, other) = (self.first.line(), self.second.line());
        (one.min(other), one.max(other))
    }
}
