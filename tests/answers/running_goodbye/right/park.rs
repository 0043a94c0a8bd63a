//! The librarian sleeps until the clerk wakes her, and looks whether it was he.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

pub fn visit(hello: impl FnOnce() + Send + 'static, goodbye: impl FnOnce()) {
    let said = Arc::new(AtomicBool::new(false));
    let librarian = thread::current();
    let sees = Arc::clone(&said);
    thread::spawn(move || {
        hello();
        sees.store(true, Ordering::SeqCst);
        librarian.unpark();
    });
    while !said.load(Ordering::SeqCst) {
        thread::park();
    }
    goodbye();
}
