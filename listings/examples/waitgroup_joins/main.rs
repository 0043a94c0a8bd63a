use std::thread;

fn main() {
    let mut clerks = Vec::new();
    for shelf in 1..=3 {
        clerks.push(thread::spawn(move || {
            println!("shelf {shelf} is tidy");
        }));
    }
    for clerk in clerks {
        clerk.join().unwrap();
    }
    println!("the librarian locks up");
}
