use std::thread;

static mut LOANS: u32 = 0;

fn main() {
    let ann = thread::spawn(|| unsafe { LOANS += 1 });
    let bob = thread::spawn(|| unsafe { LOANS += 1 });
    ann.join().unwrap();
    bob.join().unwrap();
    println!("loans: {}", unsafe { LOANS });
}
