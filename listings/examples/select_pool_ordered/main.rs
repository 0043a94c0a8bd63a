use std::thread;

use crossbeam_channel::bounded;

fn main() {
    let wanted = [7, 3, 9, 1];
    let mut books = vec![String::new(); wanted.len()];
    thread::scope(|s| {
        let (give, cards) = bounded(0);
        for _ in 0..2 {
            let cards = cards.clone();
            s.spawn(move || {
                for (id, book) in cards {
                    let book: &mut String = book;
                    *book = format!("book {id}");
                }
            });
        }
        for (id, book) in wanted.into_iter().zip(&mut books) {
            give.send((id, book)).unwrap();
        }
    });
    println!("[{}]", books.join(" "));
}
