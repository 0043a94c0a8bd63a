use listings::WaitGroup;
use std::thread;

fn main() {
    let wg = WaitGroup::new();
    let clerks = wg.clone();
    thread::spawn(move || {
        clerks.add(1); // too late
        println!("the shelf is tidy");
        clerks.done();
    });
    wg.wait();
    println!("the librarian locks up");
}
