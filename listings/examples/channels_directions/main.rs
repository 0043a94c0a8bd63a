use std::sync::mpsc::{self, Receiver, SyncSender};
use std::thread;

fn order(wanted: SyncSender<String>) {
    wanted.send("Emma".to_string()).unwrap();
}

fn fetch(wanted: Receiver<String>, found: SyncSender<String>) {
    found.send(wanted.recv().unwrap() + ", shelf 7").unwrap();
}

fn main() {
    let (give_wanted, take_wanted) = mpsc::sync_channel(0);
    let (give_found, take_found) = mpsc::sync_channel(0);
    thread::spawn(move || order(give_wanted));
    thread::spawn(move || fetch(take_wanted, give_found));
    println!("{}", take_found.recv().unwrap());
}
