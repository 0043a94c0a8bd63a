// A send with room does not wait for the receiver, so it does not see what the receiver did.
use std::sync::mpsc;
use std::thread;

static mut NOTICE: u32 = 0;

fn main() {
    let (sender, receiver) = mpsc::sync_channel(1);
    let clerk = thread::spawn(move || {
        unsafe { NOTICE = 1 }; // race
        receiver.recv().unwrap();
    });
    sender.send(()).unwrap();
    println!("{}", unsafe { NOTICE }); // race
    clerk.join().unwrap();
}
