use std::thread;

use listings::WaitGroup;

fn fetch(id: u32) -> Result<(), String> {
    match id {
        2 => Err(format!("there is no book {id}")),
        _ => Ok(()),
    }
}

fn main() {
    let clerks = WaitGroup::new();
    for id in 1..=3 {
        let done = clerks.task();
        thread::spawn(move || {
            let _done = done;
            let _ = fetch(id); // and now?
        });
    }
    clerks.wait();
    println!("all three have been fetched");
}
