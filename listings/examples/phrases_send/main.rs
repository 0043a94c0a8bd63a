use std::thread;
use std::time::Duration;

use crossbeam_channel::{Receiver, Sender, bounded, select};

// ANCHOR: channel
fn channel() -> String {
    let (give, take) = bounded(0); // bounded(3) has room for three
    thread::spawn(move || give.send("Emma".to_owned()).unwrap());
    take.recv().unwrap()
}
// ANCHOR_END: channel

// ANCHOR: all
fn all() -> Vec<String> {
    let (give, take) = bounded(0);
    thread::spawn(move || {
        give.send("Emma".to_owned()).unwrap();
        give.send("Kim".to_owned()).unwrap();
    }); // `give` is dropped: that closes the channel
    take.iter().collect()
}
// ANCHOR_END: all

// ANCHOR: closed
fn closed() -> Option<String> {
    let (give, take) = bounded(0);
    drop(give);
    take.recv().ok()
}
// ANCHOR_END: closed

// ANCHOR: ends
fn send(give: &Sender<String>) {
    give.send("Emma".to_owned()).unwrap();
}

fn receive(take: &Receiver<String>) -> String {
    take.recv().unwrap()
}
// ANCHOR_END: ends

// ANCHOR: choice
fn choice(front: &Receiver<String>, back: &Receiver<String>) -> String {
    select! {
        recv(front) -> title => format!("front: {}", title.unwrap()),
        recv(back) -> title => format!("back: {}", title.unwrap()),
        default(Duration::from_secs(60)) => "nobody came".to_owned(),
    }
}
// ANCHOR_END: choice

// ANCHOR: now
fn now(take: &Receiver<String>) -> String {
    take.try_recv().unwrap_or("nobody is there".to_owned())
}
// ANCHOR_END: now

// ANCHOR: tell_all
fn tell_all(closing: Sender<()>) {
    drop(closing); // everyone who listens sees it
}
// ANCHOR_END: tell_all

fn main() {
    println!("{}", channel());
    println!("{}", all().join(" "));
    println!("{}", closed().is_some());
    let (give, take) = bounded(1);
    send(&give);
    println!("{}", receive(&take));
    send(&give);
    let (_nobody, front) = bounded(0);
    println!("{}", choice(&front, &take));
    println!("{}", now(&take));
    let (close, closing) = bounded(0);
    tell_all(close);
    assert!(closing.recv().is_err());
}
