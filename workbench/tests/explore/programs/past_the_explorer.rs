use std::fs;

fn main() {
    println!("{:?}", fs::read_dir("."));
}
