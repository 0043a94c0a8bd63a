//! What the compiler's instrumentation for ThreadSanitizer calls while a program is explored.
//!
//! A program that is compiled with `-Zsanitizer=thread` calls a function before each access to
//! memory: `__tsan_read4`, `__tsan_write8` and so on. These functions are usually those of
//! ThreadSanitizer's own runtime. Here they tell the explorer.
//!
//! | module | what is in it |
//! |---|---|
//! | `accesses` | reads and writes of one, two, four, eight and sixteen bytes, and of ranges |
//! | `atomics` | atomics of the real std, which are part of the stand-ins: the counts of an `Arc` |
//!
//! Each function must know from where in the program it was called. That is the address to which it
//! returns, which only a naked function can see: so there is one for each processor that is
//! supported. Elsewhere this crate is empty, and programs are explored without plain memory.
#![cfg(all(
    target_os = "linux",
    any(target_arch = "x86_64", target_arch = "aarch64")
))]

mod accesses;
mod atomics;

/// Programs are linked with this crate for the functions that it exports; nothing calls it by
/// name.
#[unsafe(no_mangle)]
extern "C" fn __tsan_init() {}
