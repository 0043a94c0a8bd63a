use listings::WaitGroup;
use std::thread;

fn shelve(wg: WaitGroup) {
    println!("shelved");
    wg.done();
}

fn main() {
    let wg = WaitGroup::new();
    wg.add(1);
    let theirs = wg.clone();
    thread::spawn(|| shelve(theirs));
    wg.wait();
    println!("the librarian locks up");
}
