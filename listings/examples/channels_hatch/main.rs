use std::sync::mpsc;
use std::thread;

fn main() {
    let (give, take) = mpsc::sync_channel(0);
    thread::spawn(move || {
        println!("clerk: looking for Emma");
        give.send("Emma").unwrap();
    });
    let title = take.recv().unwrap();
    println!("librarian: {title} is here");
}
