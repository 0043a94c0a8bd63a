// No Go twin: the lie is in the Rust program.
fn main() {
    println!("never run");
}
