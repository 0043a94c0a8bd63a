use listings::WaitGroup;
use std::thread;

fn main() {
    let wg = WaitGroup::new();
    let theirs = wg.clone();
    wg.add(1);
    thread::spawn(move || {
        println!("the shelf is tidy");
        theirs.done();
    });
    wg.wait();
    println!("the librarian locks up");
}
