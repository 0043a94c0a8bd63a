// The sender goes on with what it has given away.
use std::sync::mpsc;
use std::thread;

struct Slip(*mut u32);
unsafe impl Send for Slip {}

fn main() {
    let (sender, receiver) = mpsc::channel();
    let clerk = thread::spawn(move || {
        let Slip(number) = receiver.recv().unwrap();
        unsafe { *number += 1 }; // race
    });
    let number = Box::into_raw(Box::new(0));
    sender.send(Slip(number)).unwrap();
    unsafe { *number += 1 }; // race
    clerk.join().unwrap();
}
