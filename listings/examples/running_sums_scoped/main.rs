use std::thread;

fn sum(from: u64, to: u64) -> u64 {
    (from..=to).sum()
}

fn main() {
    let mut clerks = 0;
    let mut mine = 0;
    thread::scope(|s| {
        s.spawn(|| clerks = sum(1, 100));
        mine = sum(1, 10);
    });
    println!("{clerks} {mine}");
}
