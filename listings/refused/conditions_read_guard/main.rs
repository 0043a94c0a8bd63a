// No Go twin: Go waits with any Locker, and conditions_readers shows it.
use std::sync::{Condvar, RwLock};

static CATALOGUE: RwLock<Vec<&str>> = RwLock::new(Vec::new());
static BELL: Condvar = Condvar::new();

fn main() {
    let catalogue = CATALOGUE.read().unwrap();
    if catalogue.is_empty() {
        let _catalogue = BELL.wait(catalogue).unwrap();
    }
}
