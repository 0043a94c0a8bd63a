use std::sync::mpsc;
use std::thread;

fn main() {
    let (give, take) = mpsc::sync_channel::<&str>(0);
    for _ in 0..2 {
        let give = give.clone();
        thread::spawn(move || drop(give));
    }
    drop(give);
    println!("{:?}", take.recv());
}
