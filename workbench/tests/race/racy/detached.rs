// Nobody waits for the thread, which writes what main reads.
use std::thread;

static mut LOANS: u32 = 0;

fn main() {
    thread::spawn(|| {
        unsafe { LOANS += 1 }; // race
    });
    println!("{}", unsafe { LOANS }); // race
}
