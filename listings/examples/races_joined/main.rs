use std::thread;

static mut BOARD: u32 = 0;

fn main() {
    let ann = thread::spawn(|| {
        unsafe { BOARD = 1 };
    });
    ann.join().unwrap(); // Ann has written, now we know it
    println!("the board says {}", unsafe { BOARD });
}
