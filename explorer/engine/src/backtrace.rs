//! Where in the program something happens that has not been told its place: a destructor.

use crate::hashing::HashMap;
use crate::tables::{Position, Tables};
use std::cell::RefCell;

thread_local! {
    /// The places of return addresses: looking one up in the debug information takes long.
    static KNOWN: RefCell<HashMap<usize, Option<Position>>> = RefCell::new(HashMap::default());
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

/// Whether an address may belong to the program's text.
///
/// The program is linked statically with the explorer, so its code is where the explorer's is.
/// Shared libraries cannot have it, and reading their debug information takes longer than
/// everything else that a small program has to do.
#[cfg(unix)]
fn may_be_own(address: usize) -> bool {
    let library = |address: usize| {
        let mut about = std::mem::MaybeUninit::<libc::Dl_info>::uninit();
        // SAFETY: the address is only looked up, and what is found is written to `about`.
        let found = unsafe { libc::dladdr(address as *const _, about.as_mut_ptr()) };
        // SAFETY: a result other than 0 says that `about` was written.
        (found != 0).then(|| unsafe { about.assume_init() }.dli_fbase as usize)
    };
    library(address) == library(may_be_own as *const () as usize)
}

#[cfg(not(unix))]
fn may_be_own(_: usize) -> bool {
    true
}

/// The place of the program's own file from which the code at this address comes.
pub(crate) fn at(code: usize, tables: &Tables) -> Option<Position> {
    let mut position = None;
    backtrace::resolve(code as *mut _, |symbol| note(symbol, tables, &mut position));
    position
}

fn note(symbol: &backtrace::Symbol, tables: &Tables, position: &mut Option<Position>) {
    let own = symbol
        .filename()
        .is_some_and(|path| tables.is_own_file(&path.to_string_lossy()));
    if own && position.is_none() {
        *position = symbol
            .lineno()
            .map(|line| (line, symbol.colno().unwrap_or(0)));
    }
}

fn look_up(frame: &backtrace::Frame, tables: &Tables) -> Option<Position> {
    if !may_be_own(frame.ip() as usize) {
        return None;
    }
    let mut position = None;
    backtrace::resolve_frame(frame, |symbol| note(symbol, tables, &mut position));
    position
}
