//! Whoever waits is in a line, and is handed the thing or rid of it by the other one.

use std::collections::VecDeque;
use std::sync::{Arc, Condvar, Mutex};
struct Slot<T> {
    thing: Mutex<Option<T>>,
    bell: Condvar,
}
struct Done {
    done: Mutex<bool>,
    bell: Condvar,
}
struct State<T> {
    things: VecDeque<T>,
    takers: VecDeque<Arc<Slot<T>>>,
    putters: VecDeque<(T, Arc<Done>)>,
}
pub struct Shelf<T> {
    state: Mutex<State<T>>,
    room: usize,
}
impl<T: Send> Shelf<T> {
    pub fn new(room: usize) -> Shelf<T> {
        Shelf {
            state: Mutex::new(State {
                things: VecDeque::new(),
                takers: VecDeque::new(),
                putters: VecDeque::new(),
            }),
            room,
        }
    }
    pub fn put(&self, thing: T) {
        let mut s = self.state.lock().unwrap();
        if let Some(slot) = s.takers.pop_front() {
            drop(s);
            *slot.thing.lock().unwrap() = Some(thing);
            slot.bell.notify_one();
            return;
        }
        if s.things.len() < self.room {
            s.things.push_back(thing);
            return;
        }
        let done = Arc::new(Done {
            done: Mutex::new(false),
            bell: Condvar::new(),
        });
        s.putters.push_back((thing, done.clone()));
        drop(s);
        let d = done.done.lock().unwrap();
        drop(done.bell.wait_while(d, |d| !*d).unwrap());
    }
    pub fn take(&self) -> T {
        let mut s = self.state.lock().unwrap();
        if let Some(thing) = s.things.pop_front() {
            if let Some((next, done)) = s.putters.pop_front() {
                s.things.push_back(next);
                *done.done.lock().unwrap() = true;
                done.bell.notify_one();
            }
            return thing;
        }
        let slot = Arc::new(Slot {
            thing: Mutex::new(None),
            bell: Condvar::new(),
        });
        s.takers.push_back(slot.clone());
        drop(s);
        let mut thing = slot.thing.lock().unwrap();
        loop {
            match thing.take() {
                Some(t) => return t,
                None => thing = slot.bell.wait(thing).unwrap(),
            }
        }
    }
}
