//! The behaviours of `Hits` on real threads.

use listings::Hits;
use std::sync::Arc;
use std::thread;

#[test]
fn a_new_counter_is_at_zero() {
    assert_eq!(Hits::new().count(), 0);
    assert_eq!(Hits::default().count(), 0);
}

#[test]
fn no_hit_is_lost() {
    let hits = Hits::new();
    thread::scope(|s| {
        for _ in 0..4 {
            s.spawn(|| (0..1000).for_each(|_| hits.inc()));
        }
    });
    assert_eq!(hits.count(), 4000);
}

#[test]
fn an_arc_shares_it_with_threads_that_outlive_their_parent() {
    let hits = Arc::new(Hits::new());
    let clerk = {
        let hits = Arc::clone(&hits);
        thread::spawn(move || hits.inc())
    };
    clerk.join().unwrap();
    assert_eq!(hits.count(), 1);
}

#[test]
fn a_static_counter_needs_no_arc() {
    static HITS: Hits = Hits::new();
    thread::spawn(|| HITS.inc()).join().unwrap();
    assert_eq!(HITS.count(), 1);
}
