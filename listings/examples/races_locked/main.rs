use std::sync::Mutex;
use std::thread;

static LOANS: Mutex<u32> = Mutex::new(0);

fn main() {
    let clerks = ["Ann", "Bob", "Cy"].map(|_| {
        thread::spawn(|| {
            for _ in 0..5000 {
                *LOANS.lock().unwrap() += 1;
            }
        })
    });
    for clerk in clerks {
        clerk.join().unwrap();
    }
    println!("loans: {}", LOANS.lock().unwrap());
}
