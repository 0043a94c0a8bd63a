use std::sync::atomic::{AtomicU32, Ordering::SeqCst};

use crossbeam_channel::bounded;
use listings::{Cause, Context, ErrGroup, GroupError};

static FETCHED: AtomicU32 = AtomicU32::new(0);

fn fetch(_title: &str) -> Result<(), GroupError> {
    FETCHED.fetch_add(1, SeqCst);
    Ok(())
}

// ANCHOR: first
fn first_error() -> Result<(), Cause> {
    let group = ErrGroup::new();
    group.go(|| Ok(()));
    group.go(|| Err("there is no book 2".into()));
    group.wait()
}
// ANCHOR_END: first

// ANCHOR: context
fn others(above: &Context) -> Result<(), Cause> {
    let (group, ctx) = ErrGroup::with_context(above);
    group.go(move || {
        let _ = ctx.done().recv(); // ends with the other one's failure
        Ok(ctx.check()?)
    });
    group.go(|| Err("the ladder is broken".into()));
    group.wait()
}
// ANCHOR_END: context

// ANCHOR: limit
fn limited(titles: &[&'static str]) -> Result<(), Cause> {
    let group = ErrGroup::new().limit(2);
    for &title in titles {
        group.go(move || fetch(title)); // waits for room
    }
    group.wait()
}
// ANCHOR_END: limit

// ANCHOR: try
fn if_there_is_room(group: &ErrGroup) -> bool {
    group.try_go(|| Ok(()))
}
// ANCHOR_END: try

fn main() {
    println!("{}", first_error().unwrap_err());
    println!("{}", others(&Context::background()).unwrap_err());
    let all = limited(&["Emma", "Kim", "Dracula"]);
    println!("{} {}", FETCHED.load(SeqCst), all.is_ok());
    let group = ErrGroup::new().limit(1);
    let (go_home, gone) = bounded::<()>(0);
    group.go(move || {
        let _ = gone.recv();
        Ok(())
    });
    println!("{}", if_there_is_room(&group));
    drop(go_home);
    group.wait().unwrap();
    println!("{}", if_there_is_room(&group));
    group.wait().unwrap();
}
