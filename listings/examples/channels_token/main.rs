use std::thread;

use crossbeam_channel::bounded;

fn main() {
    let (put, take) = bounded(1);
    put.send(0).unwrap();
    thread::scope(|s| {
        for _ in 0..2 {
            s.spawn(|| {
                let n = take.recv().unwrap();
                put.send(n + 1).unwrap();
            });
        }
    });
    println!("lent out: {}", take.recv().unwrap());
}
