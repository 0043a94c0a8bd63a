//! Wakers made of counted pointers, as std makes them of an `Arc` whose value can `Wake`.

use crate::shared::{Counter, Shared};
use std::task::{RawWaker, RawWakerVTable, Waker};

/// A counter whose pointers to `W` can be made wakers: how such a pointer wakes.
pub trait Waking<W>: Counter {
    /// See `std::task::Wake::wake`.
    fn wake(pointer: Shared<W, Self>);

    /// See `std::task::Wake::wake_by_ref`.
    fn wake_by_ref(pointer: &Shared<W, Self>);
}

impl<W: Send + Sync + 'static, C: Waking<W> + Send + Sync> From<Shared<W, C>> for Waker {
    fn from(pointer: Shared<W, C>) -> Waker {
        // SAFETY: the functions of the table keep to the contract: what they are given comes from
        // `raw`, and may be used from any thread.
        unsafe { Waker::from_raw(raw(pointer)) }
    }
}

impl<W: Send + Sync + 'static, C: Waking<W> + Send + Sync> From<Shared<W, C>> for RawWaker {
    fn from(pointer: Shared<W, C>) -> RawWaker {
        raw(pointer)
    }
}

fn raw<W: 'static, C: Waking<W>>(pointer: Shared<W, C>) -> RawWaker {
    let table = const {
        &RawWakerVTable::new(
            clone::<W, C>,
            wake::<W, C>,
            wake_by_ref::<W, C>,
            drop_pointer::<W, C>,
        )
    };
    RawWaker::new(Box::into_raw(Box::new(pointer)).cast(), table)
}

unsafe fn clone<W: 'static, C: Waking<W>>(waker: *const ()) -> RawWaker {
    // SAFETY: it comes from `raw`, and was not dropped.
    raw(unsafe { &*waker.cast::<Shared<W, C>>() }.clone())
}

unsafe fn wake<W: 'static, C: Waking<W>>(waker: *const ()) {
    // SAFETY: it comes from `raw`, and is not used again.
    C::wake(*unsafe { Box::from_raw(waker.cast_mut().cast::<Shared<W, C>>()) });
}

unsafe fn wake_by_ref<W: 'static, C: Waking<W>>(waker: *const ()) {
    // SAFETY: it comes from `raw`, and was not dropped.
    C::wake_by_ref(unsafe { &*waker.cast::<Shared<W, C>>() });
}

unsafe fn drop_pointer<W: 'static, C: Waking<W>>(waker: *const ()) {
    // SAFETY: it comes from `raw`, and is not used again.
    drop(unsafe { Box::from_raw(waker.cast_mut().cast::<Shared<W, C>>()) });
}
