// A cell is shared by a promise that does not hold.
use std::cell::UnsafeCell;
use std::thread;

struct Shelf(UnsafeCell<Vec<u32>>);
unsafe impl Sync for Shelf {}

fn main() {
    let shelf = Shelf(UnsafeCell::new(vec![0; 8]));
    thread::scope(|s| {
        for number in [1, 2] {
            let shelf = &shelf;
            s.spawn(move || {
                let books = unsafe { &mut *shelf.0.get() };
                books[3] = number; // race
            });
        }
    });
}
