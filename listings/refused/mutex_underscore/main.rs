// No Go twin: Go has no guard that could be dropped too early.
use std::sync::Mutex;

static LADDER: Mutex<()> = Mutex::new(());

fn main() {
    let _ = LADDER.lock();
    println!("on the ladder");
}
