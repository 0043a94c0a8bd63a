use std::thread;

fn main() {
    let clerks: Vec<_> = (1..=3).map(|shelf| thread::spawn(move || shelf)).collect();
    let mut tidied: Vec<i32> = clerks
        .into_iter()
        .map(|clerk| clerk.join().unwrap())
        .collect();
    tidied.sort();
    println!("tidied: {tidied:?}");
}
