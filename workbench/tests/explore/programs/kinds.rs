use std::collections::HashMap;
use std::sync::atomic::{AtomicPtr, Ordering::*};
use std::sync::mpsc::sync_channel;
use std::sync::{Arc, Condvar, Mutex, OnceLock, RwLock};
use std::thread;

struct Opaque(Box<u32>);

static FIRST: OnceLock<String> = OnceLock::new();

fn main() {
    let seen = Arc::new((Mutex::new(HashMap::new()), Condvar::new()));
    let cache = RwLock::new(vec![Opaque(Box::new(1))]);
    let place = AtomicPtr::new(std::ptr::null_mut::<u32>());
    let (send, receive) = sync_channel(1);
    thread::scope(|s| {
        s.spawn(|| {
            seen.0.lock().unwrap().insert("ann", FIRST.get_or_init(|| "ann".to_owned()));
            seen.1.notify_one();
            cache.write().unwrap().push(Opaque(Box::new(2)));
        });
        s.spawn(|| {
            let mut own = 3;
            place.store(&mut own, Release);
            send.send(Opaque(Box::new(own))).unwrap();
        });
        let mut guard = seen.0.lock().unwrap();
        while guard.is_empty() {
            guard = seen.1.wait(guard).unwrap();
        }
        println!("{guard:?} {}", place.load(Acquire).is_null());
    });
    println!("{} {}", cache.read().unwrap().len(), receive.recv().unwrap().0);
}
