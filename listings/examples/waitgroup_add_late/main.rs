use listings::WaitGroup;
use std::thread;

fn main() {
    let wg = WaitGroup::new();
    let theirs = wg.clone();
    thread::spawn(move || {
        theirs.add(1);
        println!("the shelf is tidy");
        theirs.done();
    });
    wg.wait();
    println!("the librarian locks up");
}
