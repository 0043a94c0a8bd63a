//! Each place has a lock and a bell of its own, and numbers say whose turn it is.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Condvar, Mutex};
struct Slot<T> {
    state: Mutex<(usize, Option<T>)>,
    bell: Condvar,
}
pub struct Shelf<T> {
    slots: Arc<[Slot<T>]>,
    puts: AtomicUsize,
    takes: AtomicUsize,
}
impl<T: Send> Shelf<T> {
    pub fn new(room: usize) -> Shelf<T> {
        Shelf {
            slots: (0..room)
                .map(|_| Slot {
                    state: Mutex::new((0, None)),
                    bell: Condvar::new(),
                })
                .collect(),
            puts: AtomicUsize::new(0),
            takes: AtomicUsize::new(0),
        }
    }
    pub fn put(&self, thing: T) {
        let n = self.puts.fetch_add(1, Ordering::Relaxed);
        let (slot, round) = (&self.slots[n % self.slots.len()], n / self.slots.len());
        let mut s = slot
            .bell
            .wait_while(slot.state.lock().unwrap(), |s| s.0 != 2 * round)
            .unwrap();
        *s = (2 * round + 1, Some(thing));
        slot.bell.notify_all();
    }
    pub fn take(&self) -> T {
        let n = self.takes.fetch_add(1, Ordering::Relaxed);
        let (slot, round) = (&self.slots[n % self.slots.len()], n / self.slots.len());
        let mut s = slot
            .bell
            .wait_while(slot.state.lock().unwrap(), |s| s.0 != 2 * round + 1)
            .unwrap();
        s.0 += 1;
        let thing = s.1.take().unwrap();
        slot.bell.notify_all();
        thing
    }
}
