use std::sync::mpsc;
use std::thread;

fn main() {
    let (hugo, desk) = mpsc::channel();
    let ida = hugo.clone();
    thread::scope(|s| {
        s.spawn(move || hugo.send(("Hugo", "Emma")).unwrap());
        s.spawn(move || ida.send(("Ida", "Dracula")).unwrap());
        for (reader, book) in desk {
            println!("for {reader}:");
            println!("{book}");
        }
    });
}
