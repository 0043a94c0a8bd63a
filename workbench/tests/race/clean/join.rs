// What a thread returns, and what it wrote before it was joined.
use std::thread;

static mut COUNT: u32 = 0;

fn main() {
    for _ in 0..20 {
        let clerk = thread::spawn(|| {
            unsafe { COUNT += 1 };
            vec![1, 2, 3]
        });
        let books = clerk.join().unwrap();
        unsafe { COUNT += books.len() as u32 };
    }
    println!("{}", unsafe { COUNT });
}
