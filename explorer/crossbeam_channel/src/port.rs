//! One end of a channel, as an operation sees it.

use interleave::{ObjectId, Reason, Seen, ThreadId, World};
use std::time::Duration;

/// In how many ways an end can be used now.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Ways {
    pub(crate) number: u32,
    /// Whether it can be used for sure. If not, it depends on whether another thread has begun to
    /// wait, or on the time.
    pub(crate) sure: bool,
}

impl Ways {
    pub(crate) const NONE: Ways = Ways {
        number: 0,
        sure: false,
    };
    pub(crate) const ONE: Ways = Ways {
        number: 1,
        sure: true,
    };

    /// As many as there are threads that may wait at the other end.
    pub(crate) fn perhaps(number: usize) -> Ways {
        Ways {
            number: u32::try_from(number).expect("fewer than 2³² threads"),
            sure: false,
        }
    }
}

/// What came of using an end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Got {
    /// All there was to do.
    Done,
    /// The other end is gone.
    Disconnected,
    /// The message has yet to be brought, by whoever sends it.
    Promised,
}

/// How a thread uses an end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Patience {
    /// It waits, so that others can meet it.
    Waits,
    /// It looks and goes on.
    Looks,
}

/// See the [module](self). The functions that get a world are called by the scheduler, and perform
/// no operations.
pub(crate) trait Port {
    /// The channel. Called first, whenever a thread comes here.
    fn object(&self, world: &mut World) -> Option<ObjectId>;

    /// The channel, if it is one without room, where threads meet.
    fn meeting_place(&self, _world: &World) -> Option<ObjectId> {
        None
    }

    /// A thread comes to wait here, among other places.
    fn arrive(&self, _world: &mut World, _me: ThreadId, _port: usize, _among: &[ObjectId]) {}

    /// A thread does not wait here any more.
    fn leave(&self, _world: &mut World, _me: ThreadId) {}

    /// The port at which another thread has met `me`.
    fn met(&self, _world: &World, _me: ThreadId) -> Option<usize> {
        None
    }

    /// Whether a thread that was met here must wait until a message is brought to it.
    fn must_wait(&self, _world: &World, _me: ThreadId) -> bool {
        false
    }

    /// In how many ways the end can be used now.
    fn ways(&self, world: &World, me: ThreadId, patience: Patience) -> Ways;

    /// Uses it, in one of these ways, or as a thread that was met (no way).
    fn go(
        &self,
        world: &mut World,
        me: ThreadId,
        way: Option<u32>,
        patience: Patience,
    ) -> (Seen, Got);

    /// Whether it becomes ready by itself, in time.
    fn is_timer(&self) -> bool {
        false
    }

    /// When it will be ready by itself.
    fn due(&self, _world: &World) -> Option<Duration> {
        None
    }

    /// Why it cannot be used now.
    fn reason(&self, world: &World) -> Reason;

    /// The address by which the handle is known again.
    fn address(&self) -> *const ();

    /// Whether it is an end of a channel with room that is promised and not filled yet: nobody can
    /// tell what is there before that has happened.
    fn is_unknown(&self, _world: &World) -> bool {
        false
    }
}
