use std::future::pending;
use std::time::Duration;

use tokio::time::timeout;

struct Book(&'static str);

impl Drop for Book {
    fn drop(&mut self) {
        println!("{} is put back", self.0);
    }
}

async fn lend() {
    let book = Book("Emma");
    println!("{} is taken", book.0);
    pending::<()>().await; // the reader does not come
    println!("{} is lent", book.0);
}

#[tokio::main]
async fn main() {
    let outcome = timeout(Duration::from_millis(5), lend()).await;
    println!("lent: {}", outcome.is_ok());
}
