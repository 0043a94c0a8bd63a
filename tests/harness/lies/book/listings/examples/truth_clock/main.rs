// No Go twin: the lie is in the Rust program.
fn main() {
    let start = std::time::Instant::now();
    println!("3 clerks took {:?}", start.elapsed());
}
