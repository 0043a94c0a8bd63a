//! Where in the program something happens that has not been told its place: a destructor.

use crate::tables::{Position, Tables};
use std::cell::RefCell;
use std::collections::HashMap;

thread_local! {
    /// The places of return addresses: looking one up in the debug information takes long.
    static KNOWN: RefCell<HashMap<usize, Option<Position>>> = RefCell::new(HashMap::new());
}

/// The innermost place of the program's own file on the stack of the caller.
pub(crate) fn caller(tables: &Tables) -> Option<Position> {
    let mut found = None;
    KNOWN.with_borrow_mut(|known| {
        backtrace::trace(|frame| {
            let address = frame.ip() as usize;
            found = *known
                .entry(address)
                .or_insert_with(|| look_up(frame, tables));
            found.is_none()
        });
    });
    found
}

fn look_up(frame: &backtrace::Frame, tables: &Tables) -> Option<Position> {
    let mut position = None;
    backtrace::resolve_frame(frame, |symbol| {
        let own = symbol
            .filename()
            .is_some_and(|path| tables.is_own_file(&path.to_string_lossy()));
        if own && position.is_none() {
            position = symbol
                .lineno()
                .map(|line| (line, symbol.colno().unwrap_or(0)));
        }
    });
    position
}
