//! Three threads in a row pass on numbers.
//!
//! - done: 68 × "6"

use crossbeam_channel::bounded;
use std::thread;

pub fn main() {
    let (first, numbers) = bounded(1);
    let (second, doubled) = bounded(1);
    thread::spawn(move || (1..3).for_each(|number| first.send(number).unwrap()));
    thread::spawn(move || numbers.iter().for_each(|number| second.send(2 * number).unwrap()));
    println!("{}", doubled.iter().sum::<u32>());
}
