use std::ops::Deref;
use std::sync::{Mutex, RwLock};

fn longest(titles: impl Deref<Target = Vec<&'static str>>) -> &'static str {
    titles
        .iter()
        .copied()
        .max_by_key(|title| title.len())
        .unwrap_or("")
}

fn main() {
    let shelf = RwLock::new(vec!["Emma", "Middlemarch"]);
    let cellar = Mutex::new(vec!["Faust", "Ulysses"]);
    println!("shelf: {}", longest(shelf.read().unwrap()));
    println!("cellar: {}", longest(cellar.lock().unwrap()));
}
