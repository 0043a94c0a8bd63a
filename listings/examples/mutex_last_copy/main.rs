use std::sync::Mutex;
use std::thread;

static COPIES: Mutex<i32> = Mutex::new(1);

fn copies() -> i32 {
    *COPIES.lock().unwrap()
}

fn take() {
    *COPIES.lock().unwrap() -= 1;
}

fn lend() {
    if copies() > 0 {
        take();
    }
}

fn main() {
    thread::scope(|s| {
        s.spawn(lend);
        s.spawn(lend);
    });
    println!("copies left: {}", copies());
}
