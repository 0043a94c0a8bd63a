use std::sync::Mutex;
use std::sync::atomic::{AtomicU32, Ordering::SeqCst};
use std::thread;
use std::time::{Duration, Instant};

use parking_lot::{FairMutex, MutexGuard};

const SHIFT: Duration = Duration::from_millis(400);

/// What a clerk does while he has the catalogue: the printer needs a moment.
fn print_card() {
    thread::sleep(Duration::from_micros(500));
}

/// One clerk wants the catalogue again at once, the other rests in between.
fn measure(name: &str, print_with_the_lock: impl Fn() + Sync) {
    let (start, greedy) = (Instant::now(), AtomicU32::new(0));
    thread::scope(|s| {
        s.spawn(|| {
            while start.elapsed() < SHIFT {
                print_with_the_lock();
                greedy.fetch_add(1, SeqCst);
            }
        });
        let (mut patient, mut most) = (0, 0);
        while start.elapsed() < SHIFT {
            thread::sleep(Duration::from_micros(500));
            let before = greedy.load(SeqCst);
            print_with_the_lock();
            most = most.max(greedy.load(SeqCst) - before);
            patient += 1;
        }
        let greedy = greedy.load(SeqCst);
        println!("{name}: {greedy} and {patient} cards, passed over {most} times at worst");
    });
}

fn main() {
    let std = Mutex::new(());
    measure("std", || {
        let _guard = std.lock().unwrap();
        print_card();
    });
    let parking_lot = parking_lot::Mutex::new(());
    measure("parking_lot", || {
        let _guard = parking_lot.lock();
        print_card();
    });
    measure("parking_lot, unlock_fair", || {
        let guard = parking_lot.lock();
        print_card();
        MutexGuard::unlock_fair(guard);
    });
    let fair = FairMutex::new(());
    measure("parking_lot, FairMutex", || {
        let _guard = fair.lock();
        print_card();
    });
}
