// No Go twin: the lie is in the Rust program.
fn main() {
    let one = 1;
    one = 2;
    println!("{one}");
}
