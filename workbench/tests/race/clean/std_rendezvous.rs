// A channel from std without room: what the receiver did before has happened before the sender goes on.
use std::sync::mpsc;
use std::thread;

static mut NOTICE: u32 = 0;

fn main() {
    let (sender, receiver) = mpsc::sync_channel(0);
    let clerk = thread::spawn(move || {
        unsafe { NOTICE = 1 };
        receiver.recv().unwrap();
    });
    sender.send(()).unwrap();
    println!("{}", unsafe { NOTICE });
    clerk.join().unwrap();
}
