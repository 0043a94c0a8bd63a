use std::thread;

fn greet(name: &str) {
    print!("Good morning, "); // the output is locked, and given back
    println!("{name}!"); // and locked again
}

fn main() {
    thread::scope(|s| {
        s.spawn(|| greet("Ann"));
        s.spawn(|| greet("Bob"));
    });
}
