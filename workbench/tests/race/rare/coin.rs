// Whether it locks is decided by a coin.
use std::thread;

use parking_lot::Mutex;

static LOCK: Mutex<()> = Mutex::new(());
static mut TOTAL: u32 = 0;

fn main() {
    let careless = rand::random::<bool>();
    let clerks = [false, careless].map(|is_careless| {
        thread::spawn(move || {
            let _locked = (!is_careless).then(|| LOCK.lock());
            unsafe { TOTAL += 1 }; // race
        })
    });
    for clerk in clerks {
        clerk.join().unwrap();
    }
}
