use std::sync::{Arc, Mutex};
use std::thread;

fn main() {
    let locks: Arc<Vec<_>> = Arc::new((0..64).map(Mutex::new).collect());
    let own = Arc::clone(&locks);
    let worker = thread::spawn(move || {
        let guards: Vec<_> = own.iter().map(|lock| lock.lock().unwrap()).collect();
        guards.len()
    });
    println!("{}", worker.join().unwrap());
}
