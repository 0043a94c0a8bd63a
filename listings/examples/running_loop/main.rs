use std::thread;

fn main() {
    let mut clerks = Vec::new();
    for shelf in 1..=3 {
        clerks.push(thread::spawn(move || shelf));
    }
    for clerk in clerks {
        println!("tidied: {}", clerk.join().unwrap());
    }
}
