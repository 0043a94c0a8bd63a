use std::time::Duration;

use crossbeam_channel::tick;

fn main() {
    let bell = tick(Duration::from_millis(5));
    for round in 1..=3 {
        bell.recv().unwrap();
        println!("round {round}");
    }
}
