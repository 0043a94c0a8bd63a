use std::sync::mpsc;
use std::thread;

fn main() {
    let (give, take) = mpsc::sync_channel(0);
    thread::spawn(move || {
        for title in ["Emma", "Ulysses"] {
            give.send(title).unwrap();
        }
    }); // the closure is at its end, and `give` with it
    for title in take {
        println!("{title}");
    }
    println!("that was all");
}
