// No Go twin: the lie is in the Rust program.
// ANCHOR: main
fn main() {}
// ANCHOR_END: main
