// No Go twin: the lie is in the Rust program.
// ANCHOR: part
fn main() {
    part();
}
// ANCHOR_END: part

fn part() {}
