use std::thread;

fn bring(reader: &str, book: &str) {
    println!("for {reader}:");
    println!("{book}");
}

fn main() {
    thread::scope(|s| {
        s.spawn(|| bring("Hugo", "Emma"));
        s.spawn(|| bring("Ida", "Dracula"));
    });
}
