//! Two threads have seen the same, and only one of them has changed what is locked.
//!
//! A child that began with its parent's history would be taken for it: after a step that shows
//! neither of them anything, both have the same. Main, which only looks at the number, would then
//! seem to have lowered it.
//!
//! - done: 68 × "1\n2\nall done"
//! - done: 28 × "2\n1\nall done"

use std::sync::{Arc, Condvar, Mutex};
use std::thread;

/// Not a type into which the explorer can look.
#[derive(Default)]
struct State {
    remaining: u32,
}

#[derive(Default)]
struct Group {
    state: Mutex<State>,
    zero: Condvar,
}

impl Group {
    fn done(&self) {
        let mut state = self.state.lock().unwrap();
        state.remaining -= 1;
        if state.remaining == 0 {
            self.zero.notify_all();
        }
    }
}

pub fn main() {
    let group = Arc::new(Group::default());
    for task in 1..=2 {
        group.state.lock().unwrap().remaining += 1;
        let group = Arc::clone(&group);
        thread::spawn(move || {
            println!("{task}");
            group.done();
        });
    }
    let state = group.state.lock().unwrap();
    drop(group.zero.wait_while(state, |state| state.remaining > 0));
    println!("all done");
}
