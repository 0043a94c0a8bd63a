//! As `std::panic`, but for its hooks: the explorer has its own.

pub use ::std::panic::{
    AssertUnwindSafe, Location, PanicHookInfo, RefUnwindSafe, UnwindSafe, panic_any,
};

use std::any::Any;

/// As `std::panic::catch_unwind`.
///
/// # Errors
///
/// The payload of the panic that was caught.
pub fn catch_unwind<F: FnOnce() -> R + UnwindSafe, R>(f: F) -> crate::thread::Result<R> {
    interleave::panics::catch(f)
}

/// As `std::panic::resume_unwind`.
pub fn resume_unwind(payload: Box<dyn Any + Send>) -> ! {
    interleave::panics::note_resumed_panic();
    std::panic::resume_unwind(payload)
}
