// No Go twin: the question is what Rust's compiler says.
use std::thread;

fn main() {
    let mut fines = 0;
    thread::scope(|s| {
        s.spawn(|| fines += 1);
        s.spawn(|| fines += 1);
    });
    println!("{fines}");
}
