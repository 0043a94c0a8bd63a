//! ends with exit status 3

fn main() {
    std::process::exit(3);
}
