use listings::Buffer;
use std::thread;

static SHELF: Buffer<u32> = Buffer::new(1);

fn main() {
    let ruth = thread::spawn(|| SHELF.take());
    let nora = thread::spawn(|| SHELF.take());
    SHELF.put(3);
    SHELF.put(7);
    let (a, b) = (ruth.join().unwrap(), nora.join().unwrap());
    println!("{} and {}", a.min(b), a.max(b));
}
