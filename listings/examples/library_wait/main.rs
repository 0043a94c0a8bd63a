use std::collections::HashMap;
use std::sync::{Arc, Mutex, OnceLock};
use std::thread;
use std::time::{Duration, Instant};

use listings::books::{self, Book};

const QUESTION: Duration = Duration::from_millis(20);

fn ask_database(id: usize) -> Book {
    thread::sleep(QUESTION); // the way to the cellar and back
    books::DATABASE[id - 1]
}

/// How long eight readers of eight books wait, in questions.
fn eight_readers(find: impl Fn(usize) -> Book + Sync) -> f64 {
    let start = Instant::now();
    thread::scope(|s| {
        for id in 1..=8 {
            let find = &find;
            s.spawn(move || find(id));
        }
    });
    start.elapsed().as_secs_f64() / QUESTION.as_secs_f64()
}

fn main() {
    let cache = Mutex::new(HashMap::new());
    let locked = eight_readers(|id| {
        let mut cache = cache.lock().unwrap();
        *cache.entry(id).or_insert_with(|| ask_database(id))
    });
    let cards = Mutex::new(HashMap::<usize, Arc<OnceLock<Book>>>::new());
    let once = eight_readers(|id| {
        let card = Arc::clone(cards.lock().unwrap().entry(id).or_default());
        *card.get_or_init(|| ask_database(id))
    });
    println!("the lock is held meanwhile: as long as {locked:.0} questions");
    println!("a card for each book:       as long as {once:.0} question");
}
