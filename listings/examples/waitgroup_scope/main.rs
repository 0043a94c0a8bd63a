// No Go twin: Go has no scopes; `wg.Go` comes closest.
use std::thread;

fn main() {
    thread::scope(|s| {
        for shelf in 1..=3 {
            s.spawn(move || println!("shelf {shelf} is tidy"));
        }
    });
    println!("the librarian locks up");
}
