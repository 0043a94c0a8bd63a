//! Where in the program something happens that has not been told its place: a destructor.

use crate::hashing::HashMap;
use crate::tables::{Inside, Position, Tables};
use std::cell::RefCell;

thread_local! {
    /// The places of return addresses: looking one up in the debug information takes long.
    static KNOWN: RefCell<HashMap<usize, Option<Position>>> = RefCell::new(HashMap::default());
    /// In whose text return addresses are.
    static WHOSE: RefCell<HashMap<usize, Option<Whose>>> = RefCell::new(HashMap::default());
}

/// Whose text a place is in.
#[derive(Clone, Copy)]
enum Whose {
    /// The program's own.
    Program,
    /// That of the program's library, here.
    Library(Inside),
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

/// The place in the library where the caller is, unless the program's own text is further inside.
pub(crate) fn inside(tables: &Tables) -> Option<Inside> {
    if !tables.has_library() {
        return None;
    }
    let mut found = None;
    WHOSE.with_borrow_mut(|known| {
        backtrace::trace(|frame| {
            let address = frame.ip() as usize;
            found = *known.entry(address).or_insert_with(|| {
                let mut whose = None;
                if may_be_own(address) {
                    backtrace::resolve_frame(frame, |symbol| {
                        note_whose(symbol, tables, &mut whose)
                    });
                }
                whose
            });
            found.is_none()
        });
    });
    in_library(found)
}

/// The place in the library from which the code at this address comes.
pub(crate) fn inside_at(code: usize, tables: &Tables) -> Option<Inside> {
    let mut whose = None;
    backtrace::resolve(code as *mut _, |symbol| {
        note_whose(symbol, tables, &mut whose);
    });
    in_library(whose)
}

fn in_library(whose: Option<Whose>) -> Option<Inside> {
    match whose {
        Some(Whose::Library(inside)) => Some(inside),
        Some(Whose::Program) | None => None,
    }
}

fn note_whose(symbol: &backtrace::Symbol, tables: &Tables, whose: &mut Option<Whose>) {
    let Some(path) = symbol.filename().filter(|_| whose.is_none()) else {
        return;
    };
    let path = path.to_string_lossy();
    if tables.is_own_file(&path) {
        *whose = Some(Whose::Program);
    } else if let Some(file) = tables.library_file(&path)
        && let Some(line) = symbol.lineno()
    {
        let position = (line, symbol.colno().unwrap_or(0));
        *whose = Some(Whose::Library(Inside { file, position }));
    }
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
