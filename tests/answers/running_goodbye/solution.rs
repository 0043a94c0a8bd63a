use std::thread;

/// Has `hello` called by a clerk, and then calls `goodbye`.
pub fn visit(hello: impl FnOnce() + Send + 'static, goodbye: impl FnOnce()) {
    let clerk = thread::spawn(hello);
    clerk.join().unwrap();
    goodbye();
}
