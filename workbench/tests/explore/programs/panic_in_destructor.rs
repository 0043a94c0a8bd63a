use std::thread;

struct Bomb;

impl Drop for Bomb {
    fn drop(&mut self) {
        panic!("second");
    }
}

fn main() {
    let worker = thread::spawn(|| {
        let _bomb = Bomb;
        panic!("first");
    });
    println!("main");
    let _ = worker.join();
}
