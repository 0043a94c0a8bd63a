//! The librarian sends a clerk to the door to say hello, and says goodbye herself.
//!
//! Make it certain that goodbye comes after hello. The clerk must remain a thread of his own, and
//! hello and goodbye must each be said once.

use std::thread;

/// Has `hello` called by a clerk, and then calls `goodbye`.
pub fn visit(hello: impl FnOnce() + Send + 'static, goodbye: impl FnOnce()) {
    // TODO: wait until the clerk has said hello.
    thread::spawn(hello);
    goodbye();
}
