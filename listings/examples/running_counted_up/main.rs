// No Go twin: a goroutine's closure shares its variables, it does not take them along.
use std::thread;

fn main() {
    let mut lent = 1;
    let clerk = thread::spawn(move || {
        lent += 1;
        println!("the clerk: {lent}");
    });
    clerk.join().unwrap();
    println!("the librarian: {lent}");
}
