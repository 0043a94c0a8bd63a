// No Go twin: the lie is in the Rust program.
fn main() {
    println!("{}", if rand::random() { "heads" } else { "tails" });
}
