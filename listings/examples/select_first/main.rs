use std::thread;

use crossbeam_channel::{Receiver, Sender, bounded, select};

fn ask(branch: &str, answer: Sender<String>, done: Receiver<()>) {
    select! {
        send(answer, branch.to_string()) -> _ => {}
        recv(done) -> _ => {}
    }
}

fn first(branches: [&'static str; 2]) -> String {
    let (give, answer) = bounded(0);
    let (_close, done) = bounded(0);
    for branch in branches {
        let (give, done) = (give.clone(), done.clone());
        thread::spawn(move || ask(branch, give, done));
    }
    answer.recv().unwrap()
}

fn main() {
    println!("Emma is in the branch {}", first(["East", "West"]));
}
