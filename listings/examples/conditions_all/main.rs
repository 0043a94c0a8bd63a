use std::sync::{Condvar, Mutex};
use std::thread;

struct Desk {
    persuasion: bool,
    emma: bool,
}

static DESK: Mutex<Desk> = Mutex::new(Desk {
    persuasion: false,
    emma: false,
});
static BELL: Condvar = Condvar::new();

fn wait_until(is_there: fn(&Desk) -> bool) {
    let mut desk = DESK.lock().unwrap();
    while !is_there(&desk) {
        desk = BELL.wait(desk).unwrap();
    }
}

fn main() {
    let ruth = thread::spawn(|| wait_until(|desk| desk.persuasion));
    let harriet = thread::spawn(|| wait_until(|desk| desk.emma));
    DESK.lock().unwrap().persuasion = true;
    BELL.notify_all();
    ruth.join().unwrap();
    DESK.lock().unwrap().emma = true;
    BELL.notify_all();
    harriet.join().unwrap();
    println!("both have their books");
}
