//! ends with exit status 1

fn main() -> Result<(), String> {
    Err("no books".to_owned())
}
