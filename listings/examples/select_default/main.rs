use std::thread;

use crossbeam_channel::{bounded, select};

fn main() {
    let (give, hatch) = bounded(0);
    thread::spawn(move || {
        let _ = give.send("Emma"); // the library may be closed by then
    });
    select! {
        recv(hatch) -> title => println!("{} is here", title.unwrap()),
        default => println!("nobody is at the hatch"),
    }
}
