use std::sync::mpsc::{self, Sender};
use std::thread;

fn greet(name: &str, slips: Sender<String>) {
    let mut slip = String::from("Good morning, ");
    slip += name;
    slips.send(slip + "!").unwrap();
}

fn main() {
    let (slips, tray) = mpsc::channel();
    let printer = thread::spawn(move || {
        for slip in tray {
            print!("{slip}"); // nobody else prints
            println!();
        }
    });
    let bobs = slips.clone();
    thread::scope(|s| {
        s.spawn(|| greet("Ann", slips));
        s.spawn(|| greet("Bob", bobs));
    });
    printer.join().unwrap();
}
