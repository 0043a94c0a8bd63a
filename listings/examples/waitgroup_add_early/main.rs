use listings::WaitGroup;
use std::thread;

fn main() {
    let wg = WaitGroup::new();
    let clerks = wg.clone();
    wg.add(1); // in time
    thread::spawn(move || {
        println!("the shelf is tidy");
        clerks.done();
    });
    wg.wait();
    println!("the librarian locks up");
}
