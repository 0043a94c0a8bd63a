//! Atomics of the real std: a program has none of its own, but the stand-ins have.
//!
//! Here they do what they are asked to, with the strongest ordering, which costs nothing since all
//! threads of the program are one. What they hand on is told to the explorer.

use std::sync::atomic::{AtomicU8, AtomicU16, AtomicU32, AtomicU64, Ordering, Ordering::SeqCst};

/// An ordering as LLVM numbers them.
fn ordering(number: i32) -> Ordering {
    match number {
        0 => Ordering::Relaxed,
        1 | 2 => Ordering::Acquire,
        3 => Ordering::Release,
        4 => Ordering::AcqRel,
        _ => Ordering::SeqCst,
    }
}

macro_rules! atomics {
    ($($type:ident $atomic:ident:
        $load:ident $store:ident $exchange:ident
        $($update:ident $by:ident),* ; $compare_exchange:ident;)*) => { $(
        #[unsafe(no_mangle)]
        unsafe extern "C" fn $load(at: *const $atomic, order: i32) -> $type {
            interleave::count(at as usize, ordering(order), false);
            // SAFETY: as the caller promises.
            unsafe { (*at).load(SeqCst) }
        }

        #[unsafe(no_mangle)]
        unsafe extern "C" fn $store(at: *const $atomic, value: $type, order: i32) {
            interleave::count(at as usize, ordering(order), true);
            // SAFETY: as the caller promises.
            unsafe { (*at).store(value, SeqCst) }
        }

        #[unsafe(no_mangle)]
        unsafe extern "C" fn $exchange(at: *const $atomic, value: $type, order: i32) -> $type {
            interleave::count(at as usize, ordering(order), true);
            // SAFETY: as the caller promises.
            unsafe { (*at).swap(value, SeqCst) }
        }

        $(
            #[unsafe(no_mangle)]
            unsafe extern "C" fn $update(at: *const $atomic, by: $type, order: i32) -> $type {
                interleave::count(at as usize, ordering(order), true);
                // SAFETY: as the caller promises.
                unsafe { (*at).$by(by, SeqCst) }
            }
        )*

        #[unsafe(no_mangle)]
        unsafe extern "C" fn $compare_exchange(
            at: *const $atomic, old: $type, new: $type, success: i32, failure: i32,
        ) -> $type {
            // SAFETY: as the caller promises.
            match unsafe { (*at).compare_exchange(old, new, SeqCst, SeqCst) } {
                Ok(found) => {
                    interleave::count(at as usize, ordering(success), true);
                    found
                }
                Err(found) => {
                    interleave::count(at as usize, ordering(failure), false);
                    found
                }
            }
        }
    )* };
}

atomics! {
    u8 AtomicU8: __tsan_atomic8_load __tsan_atomic8_store __tsan_atomic8_exchange
        __tsan_atomic8_fetch_add fetch_add, __tsan_atomic8_fetch_sub fetch_sub,
        __tsan_atomic8_fetch_and fetch_and, __tsan_atomic8_fetch_or fetch_or,
        __tsan_atomic8_fetch_xor fetch_xor, __tsan_atomic8_fetch_nand fetch_nand;
        __tsan_atomic8_compare_exchange_val;
    u16 AtomicU16: __tsan_atomic16_load __tsan_atomic16_store __tsan_atomic16_exchange
        __tsan_atomic16_fetch_add fetch_add, __tsan_atomic16_fetch_sub fetch_sub,
        __tsan_atomic16_fetch_and fetch_and, __tsan_atomic16_fetch_or fetch_or,
        __tsan_atomic16_fetch_xor fetch_xor, __tsan_atomic16_fetch_nand fetch_nand;
        __tsan_atomic16_compare_exchange_val;
    u32 AtomicU32: __tsan_atomic32_load __tsan_atomic32_store __tsan_atomic32_exchange
        __tsan_atomic32_fetch_add fetch_add, __tsan_atomic32_fetch_sub fetch_sub,
        __tsan_atomic32_fetch_and fetch_and, __tsan_atomic32_fetch_or fetch_or,
        __tsan_atomic32_fetch_xor fetch_xor, __tsan_atomic32_fetch_nand fetch_nand;
        __tsan_atomic32_compare_exchange_val;
    u64 AtomicU64: __tsan_atomic64_load __tsan_atomic64_store __tsan_atomic64_exchange
        __tsan_atomic64_fetch_add fetch_add, __tsan_atomic64_fetch_sub fetch_sub,
        __tsan_atomic64_fetch_and fetch_and, __tsan_atomic64_fetch_or fetch_or,
        __tsan_atomic64_fetch_xor fetch_xor, __tsan_atomic64_fetch_nand fetch_nand;
        __tsan_atomic64_compare_exchange_val;
}

#[unsafe(no_mangle)]
extern "C" fn __tsan_atomic_thread_fence(order: i32) {
    interleave::count_fence(ordering(order));
}

#[unsafe(no_mangle)]
extern "C" fn __tsan_atomic_signal_fence(_order: i32) {}
