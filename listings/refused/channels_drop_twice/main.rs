// No Go twin: to close twice compiles in Go.
use std::sync::mpsc;

fn main() {
    let (hatch, _take) = mpsc::sync_channel::<i32>(0);
    drop(hatch);
    drop(hatch);
}
