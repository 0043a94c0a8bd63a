use std::hint;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering::Relaxed, Ordering::SeqCst};
use std::thread;

const ROUNDS: usize = 200_000;

static HERE: AtomicU32 = AtomicU32::new(0);
static SIGNS: [[AtomicBool; ROUNDS]; 2] = [const { [const { AtomicBool::new(false) }; ROUNDS] }; 2];

/// In each round: put up my sign, and look at the other's.
fn clerk(me: usize) -> Vec<bool> {
    let rounds = SIGNS[me].iter().zip(&SIGNS[1 - me]).enumerate();
    let overlooked = rounds.map(|(round, (mine, other))| {
        HERE.fetch_add(1, SeqCst);
        while HERE.load(SeqCst) < 2 * (round as u32 + 1) {
            hint::spin_loop(); // until both are at the start
        }
        mine.store(true, Relaxed);
        !other.load(Relaxed)
    });
    overlooked.collect()
}

fn main() {
    let ann = thread::spawn(|| clerk(0));
    let (bob, ann) = (clerk(1), ann.join().unwrap());
    let both = ann.iter().zip(&bob).filter(|(ann, bob)| **ann && **bob);
    println!("both overlooked the other's sign: {} times", both.count());
}
