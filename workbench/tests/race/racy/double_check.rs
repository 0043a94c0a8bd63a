// A flag is looked at without the lock that it is written under.
use std::sync::Mutex;
use std::thread;

static LOCK: Mutex<()> = Mutex::new(());
static mut OPENED: bool = false;

fn open() {
    let is_open = unsafe { OPENED }; // race
    if !is_open {
        let _locked = LOCK.lock().unwrap();
        unsafe { OPENED = true }; // race
    }
}

fn main() {
    thread::scope(|s| {
        s.spawn(open);
        s.spawn(open);
        s.spawn(open);
    });
}
