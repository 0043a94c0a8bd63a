use std::thread;

fn greet(name: &str) {
    println!("Good morning, {name}!"); // locked for the whole line
}

fn main() {
    thread::scope(|s| {
        s.spawn(|| greet("Ann"));
        s.spawn(|| greet("Bob"));
    });
}
