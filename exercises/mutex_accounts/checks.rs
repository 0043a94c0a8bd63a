//! What is demanded of `exercise.rs`.

mod exercise;

use checks::{assert, clerk, every};
use exercise::{Till, transfer};
use std::sync::Arc;
use std::thread::JoinHandle;

fn main() {
    checks::main(&[
        every("a transfer moves the money", the_money_is_moved),
        every("all the money can be moved", all_is_moved),
        every("opposite transfers come to an end", opposite),
        every(
            "opposite transfers come to an end, whatever the numbers",
            opposite_among_even,
        ),
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
        every(
            "other tills are not held up by one who waits",
            others_go_on_meanwhile,
        ),
    ]);
}

/// Tills with these numbers, and so much in each of them.
///
/// They stand side by side, so that their addresses have the same order in each run: whoever locks
/// in the order of addresses does the same each time.
fn tills<const N: usize>(tills: [(u32, u64); N]) -> Arc<[Till; N]> {
    Arc::new(tills.map(|(number, money)| Till::new(number, money)))
}

/// Whether the clerk has moved the money.
fn moved(clerk: JoinHandle<bool>) -> bool {
    clerk.join().unwrap()
}

/// A clerk who moves money from one of the tills to another.
fn moves<const N: usize>(
    name: &str,
    tills: &Arc<[Till; N]>,
    [from, to]: [usize; 2],
    amount: u64,
    count: impl FnOnce() + Send + 'static,
) -> JoinHandle<bool> {
    let tills = Arc::clone(tills);
    clerk(name, move || {
        transfer(&tills[from], &tills[to], amount, count)
    })
}

fn hold<const N: usize>(tills: &[Till; N], money: [u64; N]) {
    for (till, money) in tills.iter().zip(money) {
        let (number, holds): (u32, u64) = (till.number(), till.money());
        assert!(
            holds == money,
            "till {number} should hold {money}, and holds {holds}"
        );
    }
}

fn the_money_is_moved() {
    let tills = tills([(1, 10), (2, 20)]);
    let counted = checks::log();
    let moved: bool = transfer(&tills[1], &tills[0], 5, || counted.note("money"));
    assert!(moved, "20 were there, 5 were to be moved, and nothing was");
    assert!(
        counted.count("money") == 1,
        "the money was not counted once"
    );
    hold(&tills, [15, 15]);
}

fn all_is_moved() {
    let tills = tills([(1, 10), (2, 20)]);
    let moved: bool = transfer(&tills[0], &tills[1], 10, || ());
    assert!(moved, "10 were there, 10 were to be moved, and nothing was");
    hold(&tills, [0, 30]);
}

fn opposite() {
    comes_to_an_end([1, 2]);
}

fn opposite_among_even() {
    comes_to_an_end([6, 4]);
}

fn comes_to_an_end([first, second]: [u32; 2]) {
    let tills = tills([(first, 10), (second, 10)]);
    let ann = moves("ann", &tills, [0, 1], 3, || ());
    let bob = moves("bob", &tills, [1, 0], 4, || ());
    assert!(
        moved(ann) && moved(bob),
        "there was enough, and it was not moved"
    );
    hold(&tills, [11, 9]);
}

fn in_a_circle() {
    let tills = tills([(1, 10), (2, 10), (3, 10)]);
    let ann = moves("ann", &tills, [0, 1], 1, || ());
    let bob = moves("bob", &tills, [1, 2], 2, || ());
    let otto = moves("otto", &tills, [2, 0], 3, || ());
    assert!(
        moved(ann) && moved(bob) && moved(otto),
        "there was enough, and it was not moved"
    );
    hold(&tills, [12, 9, 9]);
}

fn to_itself() {
    let tills = tills([(1, 10)]);
    let only = &tills[0];
    let counted = checks::log();
    let moved: bool = transfer(only, only, 4, || counted.note("money"));
    assert!(moved, "there was enough, and it was not moved");
    assert!(
        counted.count("money") == 1,
        "the money was not counted once"
    );
    hold(&tills, [10]);
    let moved: bool = transfer(only, only, 11, || ());
    assert!(!moved, "10 were there, and 11 were moved");
}

fn not_counted() {
    let tills = tills([(1, 10), (2, 20)]);
    let counted = checks::log();
    for to in &*tills {
        let moved: bool = transfer(&tills[0], to, 11, || counted.note("money"));
        let times = counted.count("money");
        assert!(
            !moved && times == 0,
            "10 were there, 11 were to be moved: the result is {moved}, and money was counted {times} times"
        );
    }
    hold(&tills, [10, 20]);
}

fn never_more() {
    let tills = tills([(1, 10), (2, 0)]);
    let ann = moves("ann", &tills, [0, 1], 6, || ());
    let bob = moves("bob", &tills, [0, 1], 6, || ());
    let (ann, bob) = (moved(ann), moved(bob));
    assert!(
        ann != bob,
        "10 were there, 6 were to be moved twice, and that was done {} times",
        u32::from(ann) + u32::from(bob)
    );
    hold(&tills, [4, 6]);
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
    let tills = tills([(1, 10), (2, 10), (3, 10)]);
    let count = one_at_a_time();
    let ann = moves("ann", &tills, [0, 1], 1, count);
    let bob = moves("bob", &tills, [1, 2], 1, count);
    moved(ann);
    moved(bob);
}

fn nobody_else_in_one_till() {
    let tills = tills([(1, 10), (2, 10)]);
    let count = one_at_a_time();
    let ann = moves("ann", &tills, [0, 0], 1, count);
    let bob = moves("bob", &tills, [0, 1], 1, count);
    moved(ann);
    moved(bob);
}

fn others_go_on() {
    let tills = tills([(1, 10), (2, 10), (3, 10), (4, 10)]);
    let inside = checks::meeting(2);
    let ann = moves("ann", &tills, [0, 1], 1, || inside.join());
    let bob = moves("bob", &tills, [2, 3], 1, || inside.join());
    moved(ann);
    moved(bob);
}

/// Bob may wait for a till that Ann uses; Otto's are free.
fn others_go_on_meanwhile() {
    let tills = tills([(1, 10), (2, 10), (3, 10), (4, 10)]);
    let inside = checks::meeting(2);
    let ann = moves("ann", &tills, [0, 1], 1, || inside.join());
    let bob = moves("bob", &tills, [0, 1], 1, || ());
    let otto = moves("otto", &tills, [2, 3], 1, || inside.join());
    for clerk in [ann, bob, otto] {
        moved(clerk);
    }
}
