//! What is demanded of `exercise.rs`.

mod exercise;

use checks::{assert, every, sleeps};
use exercise::Desk;
use std::sync::Arc;
use std::thread::JoinHandle;

fn main() {
    checks::main(&[
        every("a book that is there is not waited for", not_waited_for),
        every("no bell is missed", no_bell_is_missed),
        every("nobody leaves without her book", not_without_it),
        every("all who wait for one book get it", all_of_them),
        every(
            "the bell for one book does not cost another reader hers",
            each_hers,
        ),
        sleeps("whoever waits sleeps", whoever_waits_sleeps),
    ]);
}

fn reader(name: &str, desk: &Arc<Desk>, id: u32) -> JoinHandle<()> {
    let desk = Arc::clone(desk);
    checks::clerk(name, move || desk.wait(id))
}

fn not_waited_for() {
    let desk = Desk::default();
    desk.deliver(7);
    desk.wait(7);
    desk.wait(7);
}

fn no_bell_is_missed() {
    let desk = Arc::new(Desk::default());
    let nora = reader("Nora", &desk, 7);
    desk.deliver(7);
    nora.join().unwrap();
}

fn not_without_it() {
    let (desk, on_the_desk) = (Arc::new(Desk::default()), checks::log());
    let shared = Arc::clone(&desk);
    let nora = checks::clerk("Nora", move || {
        shared.wait(7);
        let count = on_the_desk.count(7);
        assert!(count == 1, "Nora waited for book 7, and left without it");
    });
    // Not hers, and not hers again.
    desk.deliver(8);
    desk.deliver(9);
    on_the_desk.note(7);
    desk.deliver(7);
    nora.join().unwrap();
}

fn all_of_them() {
    let desk = Arc::new(Desk::default());
    let readers = ["Nora", "Paul"].map(|name| reader(name, &desk, 7));
    desk.deliver(7);
    for reader in readers {
        reader.join().unwrap();
    }
}

fn each_hers() {
    let desk = Arc::new(Desk::default());
    let readers = [("Nora", 7), ("Paul", 8)].map(|(name, id)| reader(name, &desk, id));
    desk.deliver(7);
    desk.deliver(8);
    for reader in readers {
        reader.join().unwrap();
    }
}

fn whoever_waits_sleeps() {
    let desk = Desk::default();
    desk.deliver(8);
    desk.wait(7);
}
