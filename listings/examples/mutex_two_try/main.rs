use std::sync::Mutex;
use std::thread;

static SHELF: Mutex<u32> = Mutex::new(5);
static CELLAR: Mutex<u32> = Mutex::new(5);

fn carry(from: &Mutex<u32>, to: &Mutex<u32>) {
    loop {
        let mut left = from.lock().unwrap();
        if let Ok(mut taken) = to.try_lock() {
            *left -= 1;
            *taken += 1;
            break;
        }
        drop(left);
    }
}

fn main() {
    let ann = thread::spawn(|| carry(&SHELF, &CELLAR));
    let bob = thread::spawn(|| carry(&CELLAR, &SHELF));
    ann.join().unwrap();
    bob.join().unwrap();
    println!(
        "books: {}",
        *SHELF.lock().unwrap() + *CELLAR.lock().unwrap()
    );
}
