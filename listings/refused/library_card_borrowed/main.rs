// No Go twin: the question is what Rust's compiler says.
use std::collections::HashMap;
use std::sync::{Arc, Mutex, OnceLock};

type Card = Arc<OnceLock<String>>;

fn find(cards: &Mutex<HashMap<u32, Card>>, id: u32) -> String {
    let card = cards.lock().unwrap().entry(id).or_default();
    card.get_or_init(|| format!("book {id}")).clone()
}

fn main() {
    let cards = Mutex::default();
    println!("{}", find(&cards, 7));
}
