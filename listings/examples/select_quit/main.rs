use std::thread;

use crossbeam_channel::{bounded, select};

fn main() {
    let (give, books) = bounded::<&str>(0);
    let (close, closing) = bounded::<()>(0);
    thread::scope(|s| {
        for _ in 0..2 {
            s.spawn(|| {
                loop {
                    select! {
                        recv(books) -> title => println!("put away: {}", title.unwrap()),
                        recv(closing) -> _ => return,
                    }
                }
            });
        }
        give.send("Emma").unwrap();
        drop(close);
    });
    println!("everybody has gone home");
}
