use std::thread;

use crossbeam_channel::bounded;

fn main() {
    let (give, take) = bounded(2);
    give.send(()).unwrap();
    give.send(()).unwrap();
    thread::scope(|s| {
        for _ in 0..2 {
            s.spawn(|| {
                take.recv().unwrap(); // one key for the gate
                take.recv().unwrap(); // and one for the cellar
                give.send(()).unwrap();
                give.send(()).unwrap();
            });
        }
    });
    println!("both have been in the cellar");
}
