use std::sync::mpsc;
use std::thread::{self, JoinHandle};

fn search(title: &'static str, patient: bool) -> (String, JoinHandle<bool>) {
    let (give, take) = mpsc::sync_channel(0);
    let clerk = thread::spawn(move || give.send(format!("{title}, shelf 7")).is_ok());
    if !patient {
        return ("never mind".to_string(), clerk);
    }
    (take.recv().unwrap(), clerk)
}

fn main() {
    for _ in 0..3 {
        let (answer, clerk) = search("Emma", false);
        println!("{answer}");
        println!("did anybody take it? {}", clerk.join().unwrap());
    }
}
