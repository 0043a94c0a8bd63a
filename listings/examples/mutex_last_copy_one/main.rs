use std::sync::Mutex;
use std::thread;

static COPIES: Mutex<i32> = Mutex::new(1);

fn lend() {
    let mut copies = COPIES.lock().unwrap();
    if *copies > 0 {
        *copies -= 1;
    }
}

fn main() {
    thread::scope(|s| {
        s.spawn(lend);
        s.spawn(lend);
    });
    println!("copies left: {}", *COPIES.lock().unwrap());
}
