//! Rejected: goodbye comes after hello

use std::thread;

pub fn visit(hello: impl FnOnce() + Send + 'static, goodbye: impl FnOnce()) {
    let clerk = thread::spawn(hello);
    goodbye();
    clerk.join().unwrap();
}
