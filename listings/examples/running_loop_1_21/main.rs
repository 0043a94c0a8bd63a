use std::cell::Cell;

fn main() {
    let shelf = Cell::new(1);
    let mut clerks = Vec::new();
    while shelf.get() <= 3 {
        clerks.push(|| shelf.get());
        shelf.set(shelf.get() + 1);
    }
    let tidied: Vec<i32> = clerks.iter().map(|clerk| clerk()).collect();
    println!("tidied: {tidied:?}");
}
