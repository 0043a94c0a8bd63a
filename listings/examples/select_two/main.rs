use std::thread;

use crossbeam_channel::{bounded, never, select};

fn main() {
    let (to_front, mut front) = bounded(0);
    let (to_back, mut back) = bounded(0);
    thread::spawn(move || to_front.send("Emma").unwrap());
    thread::spawn(move || to_back.send("Ulysses").unwrap());
    for _ in 0..2 {
        select! {
            recv(front) -> title => {
                println!("front hatch: {}", title.unwrap());
                front = never();
            }
            recv(back) -> title => {
                println!("back hatch: {}", title.unwrap());
                back = never();
            }
        }
    }
}
