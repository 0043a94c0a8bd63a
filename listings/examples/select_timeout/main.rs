use std::thread;
use std::time::Duration;

use crossbeam_channel::{after, bounded, select};

fn main() {
    let (give, answer) = bounded(0);
    thread::spawn(move || {
        thread::sleep(Duration::from_millis(20)); // down to the cellar
        let _ = give.send("Emma is on shelf 7");
    });
    select! {
        recv(answer) -> place => println!("{}", place.unwrap()),
        recv(after(Duration::from_millis(10))) -> _ => println!("I cannot wait any longer"),
    }
}
