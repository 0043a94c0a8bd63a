use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering::SeqCst};

use listings::ErrGroup;

fn main() {
    let at_work = Arc::new(AtomicU32::new(0));
    let clerks = ErrGroup::new().limit(1);
    for book in ["Emma", "Dracula"] {
        let at_work = Arc::clone(&at_work);
        clerks.go(move || {
            let here = at_work.fetch_add(1, SeqCst) + 1;
            println!("{book}: {here} on the ladder");
            at_work.fetch_sub(1, SeqCst);
            Ok(())
        });
    }
    clerks.wait().unwrap();
}
