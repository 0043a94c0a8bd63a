// No Go twin: the question is what Rust's compiler says.
use listings::WaitGroup;
use std::thread;

fn main() {
    let wg = WaitGroup::new();
    thread::scope(|s| {
        for _ in 0..2 {
            wg.add(1);
            s.spawn(|| wg.done());
        }
        wg.wait();
    });
    println!("{} to come", wg.remaining());
}
