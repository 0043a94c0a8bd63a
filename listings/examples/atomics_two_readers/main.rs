// explore: --memory weak
use std::sync::atomic::AtomicBool;
use std::sync::atomic::Ordering::SeqCst;
use std::thread;

static EMMA: AtomicBool = AtomicBool::new(false);
static PERSUASION: AtomicBool = AtomicBool::new(false);

fn came_first(one: &AtomicBool, other: &AtomicBool) -> bool {
    one.load(SeqCst) && !other.load(SeqCst)
}

fn main() {
    let ann = thread::spawn(|| EMMA.store(true, SeqCst));
    let bob = thread::spawn(|| PERSUASION.store(true, SeqCst));
    let harriet = thread::spawn(|| came_first(&EMMA, &PERSUASION));
    if came_first(&PERSUASION, &EMMA) && harriet.join().unwrap() {
        println!("each came before the other");
    }
    ann.join().unwrap();
    bob.join().unwrap();
}
