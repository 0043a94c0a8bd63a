//! All that is chosen from never comes.
//!
//! - deadlock: 1 × "" (finds none of its channels ready)

use crossbeam_channel::{never, select};

pub fn main() {
    select! {
        recv(never::<()>()) -> _ => println!("never"),
        recv(never::<u32>()) -> _ => println!("never"),
    }
}
