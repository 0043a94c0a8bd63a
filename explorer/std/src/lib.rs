//! What a program is linked with in place of `std` while it is explored.
//!
//! A program that is compiled with `--extern std=libinterleave_std.rlib` uses this crate without
//! a change to its text. Whatever lets threads notice one another is made anew here, of operations
//! of the engine (`interleave`). Whatever is harmless comes from the real `std`. What is neither is
//! missing, so that a program which needs it does not compile: it is never the real thing in
//! silence.
//!
//! # Layout
//!
//! - [`sync`], [`thread`], [`task`], [`time`], [`process`], [`io`], [`panic`](mod@panic), [`hint`],
//!   [`collections`]: the modules of `std` that are made anew, or of which some parts are;
//! - `macros`, [`prelude`]: how `println!` and `thread_local!` come to mean ours;
//! - [`explorer`]: what the workbench appends to a program to have it explored.
#![expect(
    clippy::legacy_numeric_constants,
    reason = "a program may use what std still has"
)]

mod macros;

pub mod collections;
pub mod explorer;
pub mod hash;
pub mod hint;
pub mod io;
pub mod panic;
pub mod prelude;
pub mod process;
pub mod sync;
pub mod task;
pub mod thread;
pub mod time;

pub use ::std::{
    alloc, any, array, ascii, borrow, boxed, cell, char, clone, cmp, convert, default, error, ffi,
    fmt, future, iter, marker, mem, num, ops, option, path, pin, ptr, rc, result, slice, str,
    string, vec,
};

pub use ::std::{f32, f64, i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize};

// The macro alone: under the same name std has a module, whose functions are the real thing.
pub use ::core::env;

pub use ::std::{
    assert, assert_eq, assert_ne, cfg, column, compile_error, concat, debug_assert,
    debug_assert_eq, debug_assert_ne, file, format, format_args, include, include_bytes,
    include_str, line, matches, module_path, option_env, stringify, todo, unimplemented,
    unreachable, write, writeln,
};
