//! How shuttle, loom and this explorer are used in a project of one's own: the book shows it.

use std::panic::catch_unwind;

// ANCHOR: loom
#[test]
fn no_loan_is_lost_under_loom() {
    use loom::sync::Arc;
    use loom::sync::atomic::{AtomicU32, Ordering::SeqCst};

    loom::model(|| {
        let total = Arc::new(AtomicU32::new(0));
        let clerks = [(); 2].map(|()| {
            let total = Arc::clone(&total);
            loom::thread::spawn(move || total.fetch_add(1, SeqCst))
        });
        for clerk in clerks {
            clerk.join().unwrap();
        }
        assert_eq!(total.load(SeqCst), 2);
    });
}
// ANCHOR_END: loom

// ANCHOR: shuttle
fn two_loans() {
    use shuttle::sync::Arc;
    use shuttle::sync::atomic::{AtomicU32, Ordering::SeqCst};

    let total = Arc::new(AtomicU32::new(0));
    let clerks = [(); 2].map(|()| {
        let total = Arc::clone(&total);
        shuttle::thread::spawn(move || {
            let seen = total.load(SeqCst);
            total.store(seen + 1, SeqCst);
        })
    });
    for clerk in clerks {
        clerk.join().unwrap();
    }
    assert_eq!(total.load(SeqCst), 2, "a loan is lost");
}

#[test]
fn shuttle_finds_the_lost_loan() {
    // A hundred schedules at random; `check_dfs` would go through all of them.
    let found = catch_unwind(|| shuttle::check_random(two_loans, 100));
    assert!(found.is_err());
}
// ANCHOR_END: shuttle

// ANCHOR: interleave
#[test]
fn this_explorer_finds_the_lost_loan() {
    use interleave::{Merging, Options, explore};
    use interleave_std::sync::Arc;
    use interleave_std::sync::atomic::{AtomicU32, Ordering::SeqCst};

    let two_loans = || {
        let total = Arc::new(AtomicU32::new(0));
        let clerks = [(); 2].map(|()| {
            let total = Arc::clone(&total);
            interleave_std::thread::spawn(move || {
                let seen = total.load(SeqCst);
                total.store(seen + 1, SeqCst);
            })
        });
        for clerk in clerks {
            clerk.join().unwrap();
        }
        assert_eq!(total.load(SeqCst), 2, "a loan is lost");
        0
    };
    let options = Options::default().merging(Merging::History);
    let found = explore(&options, two_loans, |_| ());
    assert!(found.is_complete());
    let failures = found.endings.iter().filter(|ending| ending.outcome.fails());
    assert_eq!(failures.count(), 1);
}
// ANCHOR_END: interleave
