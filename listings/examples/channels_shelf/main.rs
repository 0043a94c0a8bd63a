use std::sync::mpsc;
use std::thread;

fn main() {
    let (give, take) = mpsc::sync_channel(1);
    let clerk = thread::spawn(move || {
        give.send("Emma").unwrap();
        println!("clerk: it is out of my hands");
    });
    println!("librarian: I am at the hatch");
    take.recv().unwrap();
    clerk.join().unwrap();
}
