use std::thread;

use crossbeam_channel::{bounded, never, select};

fn main() {
    let (to_front, mut front) = bounded(0);
    let (to_back, mut back) = bounded(0);
    thread::spawn(move || to_front.send("Emma").unwrap());
    thread::spawn(move || to_back.send("Ulysses").unwrap());
    let mut open = 2;
    while open > 0 {
        select! {
            recv(front) -> title => match title {
                Ok(title) => println!("front hatch: {title}"),
                Err(_) => (front, open) = (never(), open - 1),
            },
            recv(back) -> title => match title {
                Ok(title) => println!("back hatch: {title}"),
                Err(_) => (back, open) = (never(), open - 1),
            },
        }
    }
    println!("both hatches are closed");
}
