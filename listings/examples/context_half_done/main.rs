// No Go twin: a goroutine cannot be dropped at a point where it waits.
use std::future::pending;
use std::sync::Mutex;
use std::time::Duration;

use tokio::time::timeout;

static SHELF: Mutex<u32> = Mutex::new(1);
static LENT: Mutex<u32> = Mutex::new(0);

async fn stamp() {
    pending().await // the stamp is nowhere to be found
}

async fn lend() {
    *SHELF.lock().unwrap() -= 1;
    stamp().await;
    *LENT.lock().unwrap() += 1;
}

#[tokio::main]
async fn main() {
    let outcome = timeout(Duration::from_millis(5), lend()).await;
    println!("in time: {}", outcome.is_ok());
    println!("on the shelf: {}", SHELF.lock().unwrap());
    println!("lent: {}", LENT.lock().unwrap());
}
