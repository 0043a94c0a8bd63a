//! What is demanded of `exercise.rs`.

mod exercise;

use checks::{assert, clerk, every};
use exercise::{Till, transfer};
use std::sync::Arc;
use std::thread::JoinHandle;

fn main() {
    checks::main(&[
        every("a transfer moves the money", the_money_is_moved),
        every("opposite transfers come to an end", opposite),
        every("three transfers in a circle come to an end", in_a_circle),
        every("a transfer to the same till leaves it as it was", to_itself),
        every("without enough money nothing is counted", not_counted),
        every("never more is taken than there is", never_more),
        every("these two tills are nobody else's meanwhile", nobody_else),
        every(
            "a till is nobody else's during a transfer to itself",
            nobody_else_in_one_till,
        ),
        every("other tills are not held up", others_go_on),
    ]);
}

fn till(number: u32, money: u64) -> Arc<Till> {
    Arc::new(Till::new(number, money))
}

/// Whether the clerk has moved the money.
fn moved(clerk: JoinHandle<bool>) -> bool {
    clerk.join().unwrap()
}

/// A clerk who moves money from one till to another.
fn moves(
    name: &str,
    from: &Arc<Till>,
    to: &Arc<Till>,
    amount: u64,
    count: impl FnOnce() + Send + 'static,
) -> JoinHandle<bool> {
    let (from, to) = (Arc::clone(from), Arc::clone(to));
    clerk(name, move || transfer(&from, &to, amount, count))
}

fn holds(till: &Till, money: u64) {
    let (number, holds) = (till.number(), till.money());
    assert!(
        holds == money,
        "till {number} should hold {money}, and holds {holds}"
    );
}

fn the_money_is_moved() {
    let (first, second) = (till(1, 10), till(2, 20));
    let counted = checks::log();
    let moved = transfer(&second, &first, 5, || counted.note("money"));
    assert!(moved, "20 were there, 5 were to be moved, and nothing was");
    assert!(
        counted.count("money") == 1,
        "the money was not counted once"
    );
    holds(&first, 15);
    holds(&second, 15);
}

fn opposite() {
    let (first, second) = (till(1, 10), till(2, 10));
    let ann = moves("ann", &first, &second, 3, || ());
    let bob = moves("bob", &second, &first, 4, || ());
    assert!(
        moved(ann) && moved(bob),
        "there was enough, and it was not moved"
    );
    holds(&first, 11);
    holds(&second, 9);
}

fn in_a_circle() {
    let tills = [till(1, 10), till(2, 10), till(3, 10)];
    let [first, second, third] = &tills;
    let ann = moves("ann", first, second, 1, || ());
    let bob = moves("bob", second, third, 2, || ());
    let otto = moves("otto", third, first, 3, || ());
    assert!(
        moved(ann) && moved(bob) && moved(otto),
        "there was enough, and it was not moved"
    );
    holds(first, 12);
    holds(second, 9);
    holds(third, 9);
}

fn to_itself() {
    let only = till(1, 10);
    let counted = checks::log();
    let moved = transfer(&only, &only, 4, || counted.note("money"));
    assert!(moved, "there was enough, and it was not moved");
    assert!(
        counted.count("money") == 1,
        "the money was not counted once"
    );
    holds(&only, 10);
    let moved = transfer(&only, &only, 11, || ());
    assert!(!moved, "10 were there, and 11 were moved");
}

fn not_counted() {
    let (first, second) = (till(1, 10), till(2, 20));
    let counted = checks::log();
    for (from, to) in [(&first, &second), (&first, &first)] {
        let moved = transfer(from, to, 11, || counted.note("money"));
        let times = counted.count("money");
        assert!(
            !moved && times == 0,
            "10 were there, 11 were to be moved: the result is {moved}, and money was counted {times} times"
        );
    }
    holds(&first, 10);
    holds(&second, 20);
}

fn never_more() {
    let (first, second) = (till(1, 10), till(2, 0));
    let ann = moves("ann", &first, &second, 6, || ());
    let bob = moves("bob", &first, &second, 6, || ());
    let (ann, bob) = (moved(ann), moved(bob));
    assert!(
        ann != bob,
        "10 were there, 6 were to be moved twice, and that was done {} times",
        u32::from(ann) + u32::from(bob)
    );
    holds(&first, 4);
    holds(&second, 6);
}

/// Somebody who counts, and does not want to meet another one.
fn one_at_a_time() -> impl Fn() + Copy + Send + 'static {
    let counting = checks::gauge();
    move || {
        let _inside = counting.enter();
        let now = counting.now();
        assert!(
            now == 1,
            "the money of one till is counted by {now} at the same time"
        );
    }
}

fn nobody_else() {
    let (first, second, third) = (till(1, 10), till(2, 10), till(3, 10));
    let count = one_at_a_time();
    let ann = moves("ann", &first, &second, 1, count);
    let bob = moves("bob", &second, &third, 1, count);
    moved(ann);
    moved(bob);
}

fn nobody_else_in_one_till() {
    let (first, second) = (till(1, 10), till(2, 10));
    let count = one_at_a_time();
    let ann = moves("ann", &first, &first, 1, count);
    let bob = moves("bob", &first, &second, 1, count);
    moved(ann);
    moved(bob);
}

fn others_go_on() {
    let (first, second, third, fourth) = (till(1, 10), till(2, 10), till(3, 10), till(4, 10));
    let inside = checks::meeting(2);
    let ann = moves("ann", &first, &second, 1, || inside.join());
    let bob = moves("bob", &third, &fourth, 1, || inside.join());
    moved(ann);
    moved(bob);
}
