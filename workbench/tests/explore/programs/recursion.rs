use std::thread;

fn deeper(depth: u64) -> u64 {
    let room = std::hint::black_box([depth; 100]);
    if depth == u64::MAX { 0 } else { deeper(depth + 1) + room[7] }
}

fn main() {
    thread::spawn(|| println!("{}", deeper(0))).join().unwrap();
}
