use std::thread;

fn sum(from: u64, to: u64) -> u64 {
    (from..=to).sum()
}

fn main() {
    let mut clerks = 0;
    let clerk = thread::spawn(move || {
        clerks += sum(1, 100);
        println!("in the thread: {clerks}");
    });
    let mine = sum(1, 10);
    clerk.join().unwrap();
    println!("in main: {clerks} {mine}");
}
