use listings::WaitGroup;
use std::thread;

fn shelve(wg: WaitGroup) {
    println!("shelved");
    wg.done();
}

fn main() {
    let wg = WaitGroup::new();
    wg.add(1);
    thread::spawn(|| shelve(wg));
    wg.wait();
}
