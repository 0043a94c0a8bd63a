//! The calls into the detector's runtime.

use core::ffi::{c_char, c_int};
use core::ptr;

unsafe extern "C" {
    fn __tsan_acquire(address: *mut u8);
    fn __tsan_release(address: *mut u8);
    fn AnnotateIgnoreSyncBegin(file: *const c_char, line: c_int);
    fn AnnotateIgnoreSyncEnd(file: *const c_char, line: c_int);
    fn AnnotateIgnoreReadsBegin(file: *const c_char, line: c_int);
    fn AnnotateIgnoreReadsEnd(file: *const c_char, line: c_int);
    fn AnnotateIgnoreWritesBegin(file: *const c_char, line: c_int);
    fn AnnotateIgnoreWritesEnd(file: *const c_char, line: c_int);
}

/// What any thread did before it released `key` has happened before what this thread does next.
pub fn acquire<T: ?Sized>(key: &T) {
    acquire_address(ptr::from_ref(key).cast::<u8>().addr());
}

/// What this thread has done happens before what a thread does that acquires `key` later.
pub fn release<T: ?Sized>(key: &T) {
    release_address(ptr::from_ref(key).cast::<u8>().addr());
}

/// [`acquire`] for a key of which only the address is left.
pub fn acquire_address(address: usize) {
    // SAFETY: the runtime takes the address as a name. It reads nothing there.
    unsafe { __tsan_acquire(ptr::without_provenance_mut(address)) }
}

/// [`release`] for a key of which only the address is left.
pub fn release_address(address: usize) {
    // SAFETY: the runtime takes the address as a name. It reads nothing there.
    unsafe { __tsan_release(ptr::without_provenance_mut(address)) }
}

/// Does `work` without drawing conclusions from the atomic operations in it.
pub fn without_order<T>(work: impl FnOnce() -> T) -> T {
    struct End;
    impl Drop for End {
        fn drop(&mut self) {
            // SAFETY: it ends what this thread began below.
            unsafe { AnnotateIgnoreSyncEnd(ptr::null(), 0) }
        }
    }
    // SAFETY: the runtime counts for each thread. `End` counts down, even in a panic.
    unsafe { AnnotateIgnoreSyncBegin(ptr::null(), 0) };
    let _end = End;
    work()
}

/// Does `work` without looking at its plain reads and writes. What atomic operations say of the
/// order is still heard.
pub fn without_accesses<T>(work: impl FnOnce() -> T) -> T {
    struct End;
    impl Drop for End {
        fn drop(&mut self) {
            // SAFETY: it ends what this thread began below.
            unsafe {
                AnnotateIgnoreWritesEnd(ptr::null(), 0);
                AnnotateIgnoreReadsEnd(ptr::null(), 0);
            }
        }
    }
    // SAFETY: the runtime counts for each thread. `End` counts down, even in a panic.
    unsafe {
        AnnotateIgnoreReadsBegin(ptr::null(), 0);
        AnnotateIgnoreWritesBegin(ptr::null(), 0);
    }
    let _end = End;
    work()
}

/// Does `work` without looking at it at all: what it means for the order is said by others.
pub fn aside<T>(work: impl FnOnce() -> T) -> T {
    without_order(|| without_accesses(work))
}
