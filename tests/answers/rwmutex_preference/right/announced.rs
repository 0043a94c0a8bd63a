//! Writers stand in line at a lock of their own, and say before that they come.

use std::sync::{Condvar, Mutex};
#[derive(Default)]
struct State {
    readers: isize,
    announced: bool,
}
#[derive(Default)]
pub struct Door {
    w: Mutex<()>,
    state: Mutex<State>,
    bell: Condvar,
    want: Mutex<usize>,
}
impl Door {
    fn leave(&self) {
        let mut s = self.state.lock().unwrap();
        s.readers -= 1;
        if s.readers == 0 {
            self.bell.notify_all();
        }
    }
    fn wanted(&self) -> bool {
        *self.want.lock().unwrap() > 0
    }
    pub fn read<T>(&self, inside: impl FnOnce() -> T) -> T {
        let mut s = self.state.lock().unwrap();
        while s.announced || self.wanted() {
            s = self.bell.wait(s).unwrap();
        }
        s.readers += 1;
        drop(s);
        let t = inside();
        self.leave();
        t
    }
    pub fn try_read<T>(&self, inside: impl FnOnce() -> T) -> Option<T> {
        let mut s = self.state.lock().unwrap();
        if s.announced || self.wanted() {
            return None;
        }
        s.readers += 1;
        drop(s);
        let t = inside();
        self.leave();
        Some(t)
    }
    pub fn write<T>(&self, inside: impl FnOnce() -> T) -> T {
        {
            let _s = self.state.lock().unwrap();
            *self.want.lock().unwrap() += 1;
        }
        let _one = self.w.lock().unwrap();
        let mut s = self.state.lock().unwrap();
        s.announced = true;
        while s.readers > 0 {
            s = self.bell.wait(s).unwrap();
        }
        drop(s);
        let t = inside();
        let mut s = self.state.lock().unwrap();
        s.announced = false;
        *self.want.lock().unwrap() -= 1;
        self.bell.notify_all();
        t
    }
}
