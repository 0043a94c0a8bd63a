//! Rejected: hello is said by a thread of its own

pub fn visit(hello: impl FnOnce() + Send + 'static, goodbye: impl FnOnce()) {
    hello();
    goodbye();
}
