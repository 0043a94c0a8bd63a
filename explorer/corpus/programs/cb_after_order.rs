//! With time to spare, the earlier moment comes first.
//!
//! Model: idle.
//!
//! - done: 1 × "5 then 9"

use crossbeam_channel::{after, select};
use std::time::Duration;

pub fn main() {
    let (early, late) = (after(Duration::from_millis(5)), after(Duration::from_millis(9)));
    select! {
        recv(late) -> _ => println!("9 first"),
        recv(early) -> _ => {
            late.recv().unwrap();
            println!("5 then 9");
        }
    }
}
