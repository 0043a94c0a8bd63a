// Tasks on several threads, a lock, a channel and a result.
use std::sync::Arc;

use tokio::sync::{Mutex, mpsc};

#[tokio::main]
async fn main() {
    let shelf = Arc::new(Mutex::new(Vec::new()));
    let (sender, mut receiver) = mpsc::channel(2);
    let tasks: Vec<_> = (0..8)
        .map(|number| {
            let (shelf, sender) = (Arc::clone(&shelf), sender.clone());
            tokio::spawn(async move {
                shelf.lock().await.push(number);
                sender.send(vec![number; 3]).await.unwrap();
                number
            })
        })
        .collect();
    drop(sender);
    let mut received = 0;
    while let Some(slip) = receiver.recv().await {
        received += slip.len();
    }
    let mut sum = 0;
    for task in tasks {
        sum += task.await.unwrap();
    }
    println!("{received} {sum} {}", shelf.lock().await.len());
}
