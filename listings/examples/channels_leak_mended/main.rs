use std::sync::mpsc;
use std::thread::{self, JoinHandle};

fn search(title: &'static str, patient: bool) -> (String, JoinHandle<()>) {
    let (give, take) = mpsc::sync_channel(1);
    let clerk = thread::spawn(move || {
        let _ = give.send(format!("{title}, shelf 7")); // perhaps in vain
    });
    if !patient {
        return ("never mind".to_string(), clerk);
    }
    (take.recv().unwrap(), clerk)
}

fn main() {
    for _ in 0..3 {
        let (answer, clerk) = search("Emma", false);
        println!("{answer}");
        clerk.join().unwrap();
    }
    println!("all clerks have gone home");
}
