use listings::WaitGroup;
use std::thread;

fn tidy(shelf: u32, key: Option<&str>) {
    let Some(key) = key else {
        return;
    };
    println!("shelf {shelf} opened with the {key} key");
}

fn main() {
    let wg = WaitGroup::new();
    for (shelf, key) in [(1, Some("brass")), (2, None)] {
        let task = wg.task();
        thread::spawn(move || {
            let _done = task;
            tidy(shelf, key);
        });
    }
    wg.wait();
    println!("the librarian locks up");
}
