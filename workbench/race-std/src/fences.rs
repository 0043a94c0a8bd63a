//! Memory fences.
//!
//! The detector's runtime ignores `fence`. But std's `Arc` needs one: whoever drops the last
//! reference counts down with `Release`, and then has a fence with `Acquire` before it frees the
//! value. Without the fence every second `Arc` looks like a race.
//!
//! So the linker puts the functions below in the place of the runtime's (`--wrap`). They note which
//! atomic this thread has read last: an acquire fence acquires that one. And the first atomic that
//! is written after a release fence releases. For `Arc`, and for a fence that stands beside the
//! atomic it belongs to, this is what the memory model says. For others it is less, or more: of a
//! program that has fences itself the detector's word is therefore not taken.

use core::cell::Cell;
use core::ffi::c_int;

const RELAXED: c_int = 0;
const ACQUIRE: c_int = 2;
const RELEASE: c_int = 3;
const ACQUIRE_RELEASE: c_int = 4;
const SEQUENTIAL: c_int = 5;

real::thread_local! {
    // They need no destructor, so they can be used until the thread's very end.
    static READ_LAST: Cell<usize> = const { Cell::new(0) };
    static RELEASED: Cell<bool> = const { Cell::new(false) };
}

/// Notes that this thread has read an atomic.
fn note<T>(atomic: *mut T) {
    READ_LAST.set(atomic.addr());
}

/// The order that a write has after the fence that this thread may have passed.
fn write_order(order: c_int) -> c_int {
    match (RELEASED.replace(false), order) {
        (true, RELAXED) => RELEASE,
        (true, ACQUIRE) => ACQUIRE_RELEASE,
        _ => order,
    }
}

fn fence(order: c_int) {
    if matches!(order, RELEASE | ACQUIRE_RELEASE | SEQUENTIAL) {
        RELEASED.set(true);
    }
    let address = READ_LAST.replace(0);
    if address != 0 && matches!(order, ACQUIRE | ACQUIRE_RELEASE | SEQUENTIAL) {
        crate::tsan::acquire_address(address);
    }
}

unsafe extern "C" {
    fn __real___tsan_atomic_thread_fence(order: c_int);
}

/// Stands in for the runtime's function of this name.
///
/// # Safety
///
/// Only compiled code calls it, for a `fence`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn __wrap___tsan_atomic_thread_fence(order: c_int) {
    // SAFETY: it is called as the compiler would call it.
    unsafe { __real___tsan_atomic_thread_fence(order) };
    fence(order);
}

/// Stands in for the functions of one width. The name is the compiler's, `real` the runtime's.
macro_rules! atomics {
    ($width:ty: load $load:ident = $real_load:ident, store $store:ident = $real_store:ident,
     compare $compare:ident = $real_compare:ident, change $($change:ident = $real:ident),*) => {
        unsafe extern "C" {
            fn $real_load(atomic: *mut $width, order: c_int) -> $width;
            fn $real_store(atomic: *mut $width, value: $width, order: c_int);
            fn $real_compare(
                atomic: *mut $width, expected: $width, new: $width, order: c_int, failed: c_int,
            ) -> $width;
            $(fn $real(atomic: *mut $width, value: $width, order: c_int) -> $width;)*
        }

        /// Stands in for the runtime's function of this name.
        ///
        /// # Safety
        ///
        /// Only compiled code calls it, with a valid atomic.
        #[unsafe(no_mangle)]
        pub unsafe extern "C" fn $load(atomic: *mut $width, order: c_int) -> $width {
            // SAFETY: it is called as the compiler would call it.
            let value = unsafe { $real_load(atomic, order) };
            note(atomic);
            value
        }

        /// Stands in for the runtime's function of this name.
        ///
        /// # Safety
        ///
        /// Only compiled code calls it, with a valid atomic.
        #[unsafe(no_mangle)]
        pub unsafe extern "C" fn $store(atomic: *mut $width, value: $width, order: c_int) {
            // SAFETY: it is called as the compiler would call it.
            unsafe { $real_store(atomic, value, write_order(order)) }
        }

        /// Stands in for the runtime's function of this name.
        ///
        /// # Safety
        ///
        /// Only compiled code calls it, with a valid atomic.
        #[unsafe(no_mangle)]
        pub unsafe extern "C" fn $compare(
            atomic: *mut $width, expected: $width, new: $width, order: c_int, failed: c_int,
        ) -> $width {
            // SAFETY: it is called as the compiler would call it.
            let value = unsafe { $real_compare(atomic, expected, new, write_order(order), failed) };
            note(atomic);
            value
        }

        $(
            /// Stands in for the runtime's function of this name.
            ///
            /// # Safety
            ///
            /// Only compiled code calls it, with a valid atomic.
            #[unsafe(no_mangle)]
            pub unsafe extern "C" fn $change(
                atomic: *mut $width, value: $width, order: c_int,
            ) -> $width {
                // SAFETY: it is called as the compiler would call it.
                let before = unsafe { $real(atomic, value, write_order(order)) };
                note(atomic);
                before
            }
        )*
    };
}

atomics!(u8:
    load __wrap___tsan_atomic8_load = __real___tsan_atomic8_load,
    store __wrap___tsan_atomic8_store = __real___tsan_atomic8_store,
    compare __wrap___tsan_atomic8_compare_exchange_val = __real___tsan_atomic8_compare_exchange_val,
    change
        __wrap___tsan_atomic8_exchange = __real___tsan_atomic8_exchange,
        __wrap___tsan_atomic8_fetch_add = __real___tsan_atomic8_fetch_add,
        __wrap___tsan_atomic8_fetch_sub = __real___tsan_atomic8_fetch_sub,
        __wrap___tsan_atomic8_fetch_and = __real___tsan_atomic8_fetch_and,
        __wrap___tsan_atomic8_fetch_or = __real___tsan_atomic8_fetch_or,
        __wrap___tsan_atomic8_fetch_xor = __real___tsan_atomic8_fetch_xor,
        __wrap___tsan_atomic8_fetch_nand = __real___tsan_atomic8_fetch_nand
);

atomics!(u16:
    load __wrap___tsan_atomic16_load = __real___tsan_atomic16_load,
    store __wrap___tsan_atomic16_store = __real___tsan_atomic16_store,
    compare __wrap___tsan_atomic16_compare_exchange_val = __real___tsan_atomic16_compare_exchange_val,
    change
        __wrap___tsan_atomic16_exchange = __real___tsan_atomic16_exchange,
        __wrap___tsan_atomic16_fetch_add = __real___tsan_atomic16_fetch_add,
        __wrap___tsan_atomic16_fetch_sub = __real___tsan_atomic16_fetch_sub,
        __wrap___tsan_atomic16_fetch_and = __real___tsan_atomic16_fetch_and,
        __wrap___tsan_atomic16_fetch_or = __real___tsan_atomic16_fetch_or,
        __wrap___tsan_atomic16_fetch_xor = __real___tsan_atomic16_fetch_xor,
        __wrap___tsan_atomic16_fetch_nand = __real___tsan_atomic16_fetch_nand
);

atomics!(u32:
    load __wrap___tsan_atomic32_load = __real___tsan_atomic32_load,
    store __wrap___tsan_atomic32_store = __real___tsan_atomic32_store,
    compare __wrap___tsan_atomic32_compare_exchange_val = __real___tsan_atomic32_compare_exchange_val,
    change
        __wrap___tsan_atomic32_exchange = __real___tsan_atomic32_exchange,
        __wrap___tsan_atomic32_fetch_add = __real___tsan_atomic32_fetch_add,
        __wrap___tsan_atomic32_fetch_sub = __real___tsan_atomic32_fetch_sub,
        __wrap___tsan_atomic32_fetch_and = __real___tsan_atomic32_fetch_and,
        __wrap___tsan_atomic32_fetch_or = __real___tsan_atomic32_fetch_or,
        __wrap___tsan_atomic32_fetch_xor = __real___tsan_atomic32_fetch_xor,
        __wrap___tsan_atomic32_fetch_nand = __real___tsan_atomic32_fetch_nand
);

atomics!(u64:
    load __wrap___tsan_atomic64_load = __real___tsan_atomic64_load,
    store __wrap___tsan_atomic64_store = __real___tsan_atomic64_store,
    compare __wrap___tsan_atomic64_compare_exchange_val = __real___tsan_atomic64_compare_exchange_val,
    change
        __wrap___tsan_atomic64_exchange = __real___tsan_atomic64_exchange,
        __wrap___tsan_atomic64_fetch_add = __real___tsan_atomic64_fetch_add,
        __wrap___tsan_atomic64_fetch_sub = __real___tsan_atomic64_fetch_sub,
        __wrap___tsan_atomic64_fetch_and = __real___tsan_atomic64_fetch_and,
        __wrap___tsan_atomic64_fetch_or = __real___tsan_atomic64_fetch_or,
        __wrap___tsan_atomic64_fetch_xor = __real___tsan_atomic64_fetch_xor,
        __wrap___tsan_atomic64_fetch_nand = __real___tsan_atomic64_fetch_nand
);
