// No Go twin: a Lock of Go's cannot become an RLock.
use std::thread;

use parking_lot::{RwLock, RwLockWriteGuard};

fn put(on_the_desk: &RwLock<&str>, title: &'static str) {
    let mut writing = on_the_desk.write();
    *writing = title;
    let reading = RwLockWriteGuard::downgrade(writing);
    assert_eq!(*reading, title, "somebody came in between");
}

fn main() {
    let on_the_desk = RwLock::new("");
    thread::scope(|s| {
        s.spawn(|| put(&on_the_desk, "Emma"));
        s.spawn(|| put(&on_the_desk, "Faust"));
    });
    println!("each has read what it wrote");
}
