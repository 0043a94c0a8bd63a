// Scoped threads that nobody joins: the scope does.
use std::thread;

fn main() {
    let mut shelves = vec![String::new(); 4];
    let counted = thread::scope(|s| {
        for (number, shelf) in shelves.iter_mut().enumerate() {
            s.spawn(move || *shelf = format!("shelf {number}"));
        }
        s.spawn(|| 42).join().unwrap()
    });
    println!("{} {counted}", shelves.join(", "));
}
