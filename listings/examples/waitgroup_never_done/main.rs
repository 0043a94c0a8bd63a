use listings::WaitGroup;
use std::thread;

fn main() {
    let wg = WaitGroup::new();
    wg.add(2);
    let theirs = wg.clone();
    thread::spawn(move || theirs.done());
    wg.wait();
    println!("the librarian locks up");
}
