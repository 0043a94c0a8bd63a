//! The clerk sends word.

use std::sync::mpsc;
use std::thread;

pub fn visit(hello: impl FnOnce() + Send + 'static, goodbye: impl FnOnce()) {
    let (tell, told) = mpsc::channel();
    thread::spawn(move || {
        hello();
        tell.send(()).unwrap();
    });
    told.recv().unwrap();
    goodbye();
}
