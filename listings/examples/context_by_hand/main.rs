use std::time::Duration;

use crossbeam_channel::{Receiver, after, bounded, never, select};

type Bell = Receiver<()>;

fn search(title: &str, closing: &Bell, gone: &Bell, limit: Duration) -> String {
    // The desk only hands on what it was handed.
    fetch(title, closing, gone, limit)
}

fn fetch(title: &str, closing: &Bell, gone: &Bell, limit: Duration) -> String {
    let found: Receiver<&str> = never(); // it is nowhere to be found
    select! {
        recv(found) -> shelf => format!("{title} is on {}", shelf.unwrap()),
        recv(closing) -> _ => format!("{title}: we are closing"),
        recv(gone) -> _ => format!("{title}: the reader has left"),
        recv(after(limit)) -> _ => format!("{title}: it took too long"),
    }
}

fn main() {
    let (_close, closing) = bounded(0);
    let (leave, gone) = bounded(0);
    drop(leave);
    println!(
        "{}",
        search("Emma", &closing, &gone, Duration::from_secs(60))
    );
}
