use std::sync::mpsc;
use std::thread;

fn main() {
    let (give, take) = mpsc::sync_channel(0);
    for title in ["Emma", "Ulysses"] {
        let give = give.clone();
        thread::spawn(move || give.send(title).unwrap());
    }
    for _ in take {
        println!("one more");
    }
}
