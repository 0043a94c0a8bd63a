// No Go twin: the lie is in the Rust program.
fn main() {
    let two = 1;
    two = 2;
    println!("{two}");
}
