use std::thread;

use crossbeam_channel::bounded;

fn main() {
    let (give_id, ids) = bounded(0);
    let (give_book, books) = bounded(0);
    thread::scope(|s| {
        for _ in 0..3 {
            let (ids, give_book) = (ids.clone(), give_book.clone());
            s.spawn(move || {
                for id in ids {
                    give_book.send(format!("book {id}")).unwrap();
                }
            });
        }
        drop(give_book);
        s.spawn(move || (0..6).for_each(|id| give_id.send(id).unwrap()));
        for book in books {
            println!("{book}");
        }
    });
}
