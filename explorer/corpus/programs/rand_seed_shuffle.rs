//! A generator with a seed does what the real one does.
//!
//! - done: 1 × "true"

use rand::rngs::StdRng;
use rand::seq::SliceRandom;
use rand::{RngExt, SeedableRng};

pub fn main() {
    let mut numbers = [1, 2, 3, 4, 5];
    let mut generator = StdRng::seed_from_u64(7);
    numbers.shuffle(&mut generator);
    let six = generator.random_range(1..=6);
    numbers.sort_unstable();
    println!("{}", numbers == [1, 2, 3, 4, 5] && (1..=6).contains(&six));
}
