// No Go twin: the lie is in the Rust program.
use std::thread;

fn main() {
    thread::scope(|scope| {
        for clerk in 1..=3 {
            scope.spawn(move || println!("clerk {clerk}"));
        }
    });
}
