// No Go twin: the lie is in the Rust program.
fn main() {
    loop {
        std::thread::park();
    }
}
