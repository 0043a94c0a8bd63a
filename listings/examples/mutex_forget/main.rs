use std::mem;
use std::sync::Mutex;

fn main() {
    let copies = Mutex::new(3);
    let mut guard = copies.lock().unwrap();
    *guard -= 1;
    mem::forget(guard);
    println!("can it be locked? {}", copies.try_lock().is_ok());
}
