use listings::WaitGroup;
use std::thread;

fn main() {
    let wg = WaitGroup::new();
    wg.add(2);
    let clerk = wg.clone();
    thread::spawn(move || clerk.done());
    wg.wait();
    println!("the librarian locks up");
}
