// No Go twin: the lies are about the page.
use std::sync::Mutex;
use std::thread;

fn main() {
    let first = Mutex::new(());
    let second = Mutex::new(());
    thread::scope(|s| {
        s.spawn(|| {
            let _first = first.lock().unwrap();
            let _second = second.lock().unwrap();
        });
        s.spawn(|| {
            let _second = second.lock().unwrap();
            let _first = first.lock().unwrap();
        });
    });
    println!("done");
}
