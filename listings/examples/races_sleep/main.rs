use std::thread;
use std::time::Duration;

static mut BOARD: u32 = 0;

fn main() {
    thread::spawn(|| {
        unsafe { BOARD = 1 };
    });
    thread::sleep(Duration::from_millis(100)); // surely Ann has written by now
    println!("the board says {}", unsafe { BOARD });
}
