// Sleeping makes it look right, and puts nothing in order.
use std::thread;
use std::time::Duration;

static mut NOTICE: u32 = 0;

fn main() {
    thread::spawn(|| {
        unsafe { NOTICE = 42 }; // race
    });
    thread::sleep(Duration::from_millis(50));
    println!("{}", unsafe { NOTICE }); // race
}
