//! The registers that a function has to leave as they were, and in which its callers keep variables
//! meanwhile.
//!
//! A parked thread has the rest of its variables on its stack. Where these are depends on how its
//! code was compiled: an optimized loop that calls something counts its rounds in a register.

use std::arch::asm;

/// How many there are; none where it is not known which.
pub(crate) const COUNT: usize = if cfg!(all(target_arch = "x86_64", windows)) {
    28
} else if cfg!(target_arch = "x86_64") {
    6
} else if cfg!(target_arch = "aarch64") {
    19
} else {
    0
};

/// What they hold now.
#[inline(always)]
pub(crate) fn now() -> [usize; COUNT] {
    let mut held = [0; COUNT];
    let start = held.as_mut_ptr();
    #[cfg(target_arch = "x86_64")]
    // SAFETY: it writes as many words as there are, and nothing else.
    unsafe {
        asm!(
            "mov [{0}], rbx",
            "mov [{0} + 8], rbp",
            "mov [{0} + 16], r12",
            "mov [{0} + 24], r13",
            "mov [{0} + 32], r14",
            "mov [{0} + 40], r15",
            in(reg) start,
            options(nostack, preserves_flags),
        );
    }
    #[cfg(all(target_arch = "x86_64", windows))]
    // SAFETY: as above.
    unsafe {
        asm!(
            "mov [{0} + 48], rdi",
            "mov [{0} + 56], rsi",
            "movups [{0} + 64], xmm6",
            "movups [{0} + 80], xmm7",
            "movups [{0} + 96], xmm8",
            "movups [{0} + 112], xmm9",
            "movups [{0} + 128], xmm10",
            "movups [{0} + 144], xmm11",
            "movups [{0} + 160], xmm12",
            "movups [{0} + 176], xmm13",
            "movups [{0} + 192], xmm14",
            "movups [{0} + 208], xmm15",
            in(reg) start,
            options(nostack, preserves_flags),
        );
    }
    #[cfg(target_arch = "aarch64")]
    // SAFETY: as above.
    unsafe {
        asm!(
            "stp x19, x20, [{0}]",
            "stp x21, x22, [{0}, #16]",
            "stp x23, x24, [{0}, #32]",
            "stp x25, x26, [{0}, #48]",
            "stp x27, x28, [{0}, #64]",
            "str x29, [{0}, #80]",
            "stp d8, d9, [{0}, #88]",
            "stp d10, d11, [{0}, #104]",
            "stp d12, d13, [{0}, #120]",
            "stp d14, d15, [{0}, #136]",
            in(reg) start,
            options(nostack, preserves_flags),
        );
    }
    held
}
