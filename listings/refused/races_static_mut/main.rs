// No Go twin: every package variable of Go is one.
use std::thread;

static mut LOANS: u32 = 0;

fn main() {
    thread::spawn(|| LOANS += 1).join().unwrap();
}
