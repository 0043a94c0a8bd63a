//! What counts pointers that a program has turned into raw ones (`Arc::into_raw`), until it turns
//! them back.
//!
//! Nothing here is generic: so it is compiled with this crate, and what it does with its own memory
//! is not taken for an access of the program's.

use std::any::Any;
use std::cell::RefCell;
use std::collections::HashMap;

thread_local! {
    /// By the address to which the pointers point. Where an execution ends before it turns one
    /// back, that stays here, as the value stays on the heap: no other will lie at its address.
    static GIVEN_AWAY: RefCell<HashMap<usize, Vec<Box<dyn Any>>>> = RefCell::default();
}

/// Keeps the counter of a pointer to this place.
pub(crate) fn keep(place: *const (), counter: Box<dyn Any>) {
    GIVEN_AWAY.with_borrow_mut(|all| all.entry(place as usize).or_default().push(counter));
}

/// The latest of the counters for this place that fits.
pub(crate) fn take_if(place: *const (), fits: fn(&dyn Any) -> bool) -> Option<Box<dyn Any>> {
    GIVEN_AWAY.with_borrow_mut(|all| {
        let kept = all.get_mut(&(place as usize))?;
        let index = kept.iter().rposition(|counter| fits(&**counter))?;
        let counter = kept.remove(index);
        if kept.is_empty() {
            all.remove(&(place as usize));
        }
        Some(counter)
    })
}
