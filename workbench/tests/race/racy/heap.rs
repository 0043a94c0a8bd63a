// A Vec on the heap, and the report says who made it.
use std::thread;

#[derive(Clone, Copy)]
struct Shelf(*mut Vec<u32>);
unsafe impl Send for Shelf {}

impl Shelf {
    fn put(self, number: u32) {
        let books = unsafe { &mut *self.0 };
        books[0] = number; // race
    }
}

fn main() {
    let shelf = Shelf(Box::into_raw(Box::new(vec![0; 4])));
    let clerks = [1, 2].map(|number| thread::spawn(move || shelf.put(number)));
    for clerk in clerks {
        clerk.join().unwrap();
    }
}
