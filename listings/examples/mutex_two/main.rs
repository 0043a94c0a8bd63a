use std::sync::Mutex;
use std::thread;

fn carry(from: &Mutex<u32>, to: &Mutex<u32>) {
    let mut from = from.lock().unwrap();
    let mut to = to.lock().unwrap();
    *from -= 1;
    *to += 1;
}

fn main() {
    let (shelf, cellar) = (Mutex::new(5), Mutex::new(5));
    thread::scope(|s| {
        s.spawn(|| carry(&shelf, &cellar));
        s.spawn(|| carry(&cellar, &shelf));
    });
    let sum = *shelf.lock().unwrap() + *cellar.lock().unwrap();
    println!("books: {sum}");
}
