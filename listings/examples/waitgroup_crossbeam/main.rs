// No Go twin: Go counts with numbers.
use crossbeam_utils::sync::WaitGroup;
use std::thread;

fn main() {
    let wg = WaitGroup::new();
    for shelf in 1..=3 {
        let task = wg.clone();
        thread::spawn(move || {
            println!("shelf {shelf} is tidy");
            drop(task);
        });
    }
    wg.wait();
    println!("the librarian locks up");
}
