// A channel from std that never blocks its senders.
use std::sync::mpsc;
use std::thread;

fn main() {
    let (sender, receiver) = mpsc::channel();
    for clerk in 0..3 {
        let sender = sender.clone();
        thread::spawn(move || {
            for slip in 0..100 {
                sender.send(vec![clerk; slip]).unwrap();
            }
        });
    }
    drop(sender);
    let words: usize = receiver.iter().map(|slip| slip.len()).sum();
    println!("{words}");
}
