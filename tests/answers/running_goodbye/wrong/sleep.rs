//! Rejected: goodbye comes after hello

use std::thread;
use std::time::Duration;

pub fn visit(hello: impl FnOnce() + Send + 'static, goodbye: impl FnOnce()) {
    thread::spawn(hello);
    thread::sleep(Duration::from_millis(100));
    goodbye();
}
