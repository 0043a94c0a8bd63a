//! Rejected: hello and goodbye are each said once

pub fn visit(hello: impl FnOnce() + Send + 'static, goodbye: impl FnOnce()) {
    let _ = (hello, goodbye);
}
