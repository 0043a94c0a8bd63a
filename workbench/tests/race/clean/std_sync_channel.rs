// A channel from std with room for two messages.
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

fn main() {
    let (sender, receiver) = mpsc::sync_channel(2);
    let clerk = thread::spawn(move || {
        for number in 0..200_u32 {
            sender.send(number.to_string()).unwrap();
        }
    });
    let mut length = 0;
    while let Ok(text) = receiver.recv_timeout(Duration::from_secs(5)) {
        length += text.len();
    }
    clerk.join().unwrap();
    println!("{length}");
}
