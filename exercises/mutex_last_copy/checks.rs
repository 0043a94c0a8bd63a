//! What is demanded of `exercise.rs`.

mod exercise;

use checks::{assert, every};
use exercise::Copies;
use std::sync::Arc;
use std::thread::JoinHandle;

fn main() {
    checks::main(&[
        every(
            "what is lent is gone until it comes back",
            gone_until_it_comes_back,
        ),
        every("nothing is lent that is not there", nothing_from_nothing),
        every("two readers do not get the same copy", the_last_copy),
        every("two readers get two copies", two_copies),
        every(
            "a copy that comes back meanwhile is not lost",
            back_meanwhile,
        ),
        every(
            "whoever gets none leaves the copies as they were",
            refused_costs_nothing,
        ),
        every(
            "a copy that came back can be lent, whoever asks beside",
            lent_again,
        ),
    ]);
}

fn reader(name: &str, copies: &Arc<Copies>) -> JoinHandle<bool> {
    let copies = Arc::clone(copies);
    checks::clerk(name, move || copies.lend())
}

fn gone_until_it_comes_back() {
    let copies = Copies::new(2);
    let lent: bool = copies.lend();
    let left: u32 = copies.left();
    assert!(
        lent && left == 1,
        "of two copies one was lent ({lent}), and {left} are left"
    );
    copies.put_back();
    let left: u32 = copies.left();
    assert!(left == 2, "it came back, and {left} of two are there");
}

fn nothing_from_nothing() {
    let lent: bool = Copies::new(0).lend();
    assert!(!lent, "there was no copy, and one was lent");
}

fn the_last_copy() {
    let copies = Arc::new(Copies::new(1));
    let nora = reader("Nora", &copies);
    let mine: bool = copies.lend();
    let hers = nora.join().unwrap();
    let (lent, left): (u32, u32) = (u32::from(mine) + u32::from(hers), copies.left());
    assert!(
        lent == 1 && left == 0,
        "of one copy {lent} were lent, and {left} are left"
    );
}

fn two_copies() {
    let copies = Arc::new(Copies::new(2));
    let nora = reader("Nora", &copies);
    let mine: bool = copies.lend();
    let hers = nora.join().unwrap();
    let left: u32 = copies.left();
    assert!(
        mine && hers && left == 0,
        "two readers, two copies: one reader got {mine}, the other {hers}, and {left} are left"
    );
}

fn back_meanwhile() {
    let copies = Arc::new(Copies::new(2));
    copies.lend();
    let nora = reader("Nora", &copies);
    copies.put_back();
    let lent = nora.join().unwrap();
    let left: u32 = copies.left();
    assert!(
        lent && left == 1,
        "one of two was out and came back, and Nora asked for one: Nora got {lent}, and {left} are left"
    );
}

fn refused_costs_nothing() {
    let copies = Copies::new(1);
    let lent: [bool; 3] = [copies.lend(), copies.lend(), copies.lend()];
    copies.put_back();
    let left: u32 = copies.left();
    assert!(
        lent == [true, false, false] && left == 1,
        "the only copy was asked for three times ({lent:?}) and came back, and {left} are left"
    );
}

fn lent_again() {
    let copies = Arc::new(Copies::new(1));
    copies.lend();
    let nora = reader("Nora", &copies);
    copies.put_back();
    let mine: bool = copies.lend();
    let hers = nora.join().unwrap();
    assert!(
        mine != hers,
        "the only copy came back, two asked for it, and {} got it",
        if mine { "both" } else { "nobody" }
    );
}
