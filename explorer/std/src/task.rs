//! As `std::task`.

pub use ::std::task::{Context, Poll, RawWaker, RawWakerVTable, Waker, ready};

use crate::sync::{Arc, Count};
use interleave::introspect::Waking;

/// As `std::task::Wake`, whose `Arc` is that of the explorer.
pub trait Wake {
    /// Wakes the task.
    fn wake(self: Arc<Self>);

    /// The same, without using up the waker.
    fn wake_by_ref(self: &Arc<Self>) {
        self.clone().wake();
    }
}

impl<W: Wake> Waking<W> for Count {
    fn wake(pointer: Arc<W>) {
        pointer.wake();
    }

    fn wake_by_ref(pointer: &Arc<W>) {
        pointer.wake_by_ref();
    }
}
