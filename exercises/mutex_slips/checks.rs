//! What is demanded of `exercise.rs`.

mod exercise;

use checks::{assert, every};
use std::sync::{Arc, Mutex};

fn main() {
    checks::main(&[
        every("all slips are entered", all_are_entered),
        every("what others enter is not lost", others_too),
        every("the account is locked at most once", locked_at_most_once),
        every(
            "the account is free while a slip is looked at",
            free_meanwhile,
        ),
        every("each slip is looked at once", looked_at_once),
    ]);
}

fn all_are_entered() {
    let account: Mutex<u64> = Mutex::new(100);
    exercise::enter(&[1, 2, 3], |slip| u64::from(slip) * 10, &account);
    let sum = *account.lock().unwrap();
    assert!(
        sum == 160,
        "100 and 10 and 20 and 30 make 160, and there are {sum}"
    );
}

fn others_too() {
    let account: Arc<Mutex<u64>> = Arc::new(Mutex::new(0));
    let shared = Arc::clone(&account);
    let ann = checks::clerk("Ann", move || exercise::enter(&[1, 2], u64::from, &shared));
    exercise::enter(&[3, 4], u64::from, &account);
    ann.join().unwrap();
    let sum = *account.lock().unwrap();
    assert!(
        sum == 10,
        "1, 2, 3 and 4 were entered by two clerks, and there are {sum}"
    );
}

fn locked_at_most_once() {
    let account: Mutex<u64> = Mutex::new(0);
    checks::count_locks(1);
    let pile: Vec<u32> = (1..=100).collect();
    exercise::enter(&pile, u64::from, &account);
    let locks = checks::locks().unwrap_or(0);
    assert!(
        locks <= 1,
        "a pile of 100 slips, and the account was locked more than once"
    );
}

fn free_meanwhile() {
    let account: Mutex<u64> = Mutex::new(0);
    let worth = |slip| {
        let is_free = account.try_lock().is_ok();
        assert!(
            is_free,
            "somebody holds the account while slip {slip} is looked at"
        );
        u64::from(slip)
    };
    exercise::enter(&[1, 2], worth, &account);
}

fn looked_at_once() {
    let seen = checks::log();
    // One is worth nothing, and two are alike.
    let worth = |slip| {
        seen.note(slip);
        u64::from(slip)
    };
    exercise::enter(&[0, 2, 2], worth, &Mutex::new(0));
    let mut seen = seen.all();
    seen.sort();
    assert!(
        seen == ["0", "2", "2"],
        "of the slips 0, 2 and 2 these were looked at: {seen:?}"
    );
}
