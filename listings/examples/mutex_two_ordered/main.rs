use std::sync::Mutex;
use std::thread;

struct Place {
    number: u32,
    books: Mutex<u32>,
}

fn carry(from: &Place, to: &Place) {
    let (mut left, mut taken);
    if from.number < to.number {
        left = from.books.lock().unwrap();
        taken = to.books.lock().unwrap();
    } else {
        taken = to.books.lock().unwrap();
        left = from.books.lock().unwrap();
    }
    *left -= 1;
    *taken += 1;
}

fn main() {
    let place = |number| Place {
        number,
        books: Mutex::new(5),
    };
    let (shelf, cellar) = (place(1), place(2));
    thread::scope(|s| {
        s.spawn(|| carry(&shelf, &cellar));
        s.spawn(|| carry(&cellar, &shelf));
    });
    let sum = *shelf.books.lock().unwrap() + *cellar.books.lock().unwrap();
    println!("books: {sum}");
}
