//! Rejected: hello is said by a thread of its own

use std::thread;

pub fn visit(hello: impl FnOnce() + Send + 'static, goodbye: impl FnOnce()) {
    let clerk = thread::spawn(|| {});
    hello();
    clerk.join().unwrap();
    goodbye();
}
