use std::thread;

fn main() {
    let clerk = thread::spawn(|| -> u32 { panic!("the ladder broke") });
    match clerk.join() {
        Ok(books) => println!("the clerk shelved {books} books"),
        Err(_) => println!("the clerk did not come back"),
    }
    println!("the library stays open");
}
