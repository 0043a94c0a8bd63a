//! A scope joins its threads by itself.

use std::thread;

pub fn visit(hello: impl FnOnce() + Send + 'static, goodbye: impl FnOnce()) {
    thread::scope(|scope| {
        scope.spawn(hello);
    });
    goodbye();
}
