use listings::WaitGroup;
use std::thread;

fn main() {
    let wg = WaitGroup::new(); // 1. declare
    for shelf in 1..=3 {
        wg.add(1); // 2. add, then start
        let wg = wg.clone();
        thread::spawn(move || {
            println!("shelf {shelf} is tidy");
            wg.done(); // 3. done
        });
    }
    wg.wait(); // 4. wait
    println!("the librarian locks up");
}
