use std::panic::{self, AssertUnwindSafe};
use std::sync::OnceLock;

fn main() {
    panic::set_hook(Box::new(|_| ())); // no message for those that we catch
    let card = OnceLock::new();
    let mut asked = 0;
    for _ in 0..2 {
        let book = panic::catch_unwind(AssertUnwindSafe(|| {
            *card.get_or_init(|| {
                asked += 1;
                if asked == 1 {
                    panic!("the database is away");
                }
                "Emma"
            })
        }));
        println!("{}", book.unwrap_or("no answer"));
    }
    println!("the database was asked: {asked}");
}
