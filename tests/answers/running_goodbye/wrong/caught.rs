//! Rejected: hello is said by a thread of its own
//! Says: the librarian said hello herself
//!
//! A panic is caught, and with it what the check says.

use std::panic::{AssertUnwindSafe, catch_unwind};
pub fn visit(hello: impl FnOnce() + Send + 'static, goodbye: impl FnOnce()) {
    let _ = catch_unwind(AssertUnwindSafe(hello));
    goodbye();
}
