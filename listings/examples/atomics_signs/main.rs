// explore: --memory weak
use std::sync::atomic::AtomicBool;
use std::sync::atomic::Ordering::SeqCst;
use std::thread;

static ANNS_SIGN: AtomicBool = AtomicBool::new(false);
static BOBS_SIGN: AtomicBool = AtomicBool::new(false);

fn climbs(own: &AtomicBool, other: &AtomicBool) -> bool {
    own.store(true, SeqCst); // "I am going up" …
    !other.load(SeqCst) // … unless you have said so too
}

fn main() {
    let ann = thread::spawn(|| climbs(&ANNS_SIGN, &BOBS_SIGN));
    let bob = climbs(&BOBS_SIGN, &ANNS_SIGN);
    println!("Ann climbs: {}, Bob climbs: {bob}", ann.join().unwrap());
}
