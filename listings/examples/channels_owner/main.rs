use std::collections::HashMap;
use std::sync::mpsc::{self, Receiver, SyncSender};
use std::thread;

struct Loan {
    title: &'static str,
    reply: SyncSender<u32>,
}

fn catalogue(loans: Receiver<Loan>) {
    let mut copies = HashMap::from([("Emma", 1)]);
    for loan in loans {
        let left = copies.entry(loan.title).or_insert(0);
        loan.reply.send(*left).unwrap();
        *left = left.saturating_sub(1);
    }
}

fn main() {
    let (ask, loans) = mpsc::sync_channel(0);
    thread::spawn(move || catalogue(loans));
    thread::scope(|s| {
        for _ in 0..2 {
            s.spawn(|| {
                let (reply, answer) = mpsc::sync_channel(0);
                let title = "Emma";
                ask.send(Loan { title, reply }).unwrap();
                println!("copies for me: {}", answer.recv().unwrap());
            });
        }
    });
}
