//! Reads and writes.

use interleave::{Access, AccessKind};

const READ: usize = 0;
const WRITE: usize = 1;

/// Tells the explorer. `code` is where in the program the access is.
extern "C" fn tell(address: usize, size: usize, write: usize, code: usize) {
    let kind = match write {
        READ => AccessKind::Read,
        _ => AccessKind::Write,
    };
    if size > 0 {
        interleave::access(Access {
            kind,
            address,
            size,
            code,
        });
    }
}

/// Functions that are told an address, and pass on the rest.
macro_rules! accesses {
    ($($name:ident $size:literal $write:ident;)*) => { $(
        #[unsafe(no_mangle)]
        #[unsafe(naked)]
        extern "C" fn $name(_address: usize) {
            #[cfg(target_arch = "x86_64")]
            std::arch::naked_asm!(
                "mov esi, {size}",
                "mov edx, {write}",
                "mov rcx, [rsp]",
                "jmp {tell}",
                size = const $size,
                write = const $write,
                tell = sym tell,
            );
            #[cfg(target_arch = "aarch64")]
            std::arch::naked_asm!(
                "mov x1, {size}",
                "mov x2, {write}",
                "mov x3, x30",
                "b {tell}",
                size = const $size,
                write = const $write,
                tell = sym tell,
            );
        }
    )* };
}

accesses! {
    __tsan_read1 1 READ;
    __tsan_read2 2 READ;
    __tsan_read4 4 READ;
    __tsan_read8 8 READ;
    __tsan_read16 16 READ;
    __tsan_write1 1 WRITE;
    __tsan_write2 2 WRITE;
    __tsan_write4 4 WRITE;
    __tsan_write8 8 WRITE;
    __tsan_write16 16 WRITE;
    __tsan_unaligned_read2 2 READ;
    __tsan_unaligned_read4 4 READ;
    __tsan_unaligned_read8 8 READ;
    __tsan_unaligned_read16 16 READ;
    __tsan_unaligned_write2 2 WRITE;
    __tsan_unaligned_write4 4 WRITE;
    __tsan_unaligned_write8 8 WRITE;
    __tsan_unaligned_write16 16 WRITE;
    __tsan_vptr_read 8 READ;
    __tsan_vptr_update 8 WRITE;
}

/// Functions that are told an address and a size.
macro_rules! ranges {
    ($($name:ident $write:ident;)*) => { $(
        #[unsafe(no_mangle)]
        #[unsafe(naked)]
        extern "C" fn $name(_address: usize, _size: usize) {
            #[cfg(target_arch = "x86_64")]
            std::arch::naked_asm!(
                "mov edx, {write}",
                "mov rcx, [rsp]",
                "jmp {tell}",
                write = const $write,
                tell = sym tell,
            );
            #[cfg(target_arch = "aarch64")]
            std::arch::naked_asm!(
                "mov x2, {write}",
                "mov x3, x30",
                "b {tell}",
                write = const $write,
                tell = sym tell,
            );
        }
    )* };
}

ranges! {
    __tsan_read_range READ;
    __tsan_write_range WRITE;
}

/// Functions in place of those of C, which say from where they are called in the same way.
macro_rules! in_place_of {
    ($($name:ident $does:ident;)*) => { $(
        #[unsafe(no_mangle)]
        #[unsafe(naked)]
        unsafe extern "C" fn $name(_to: *mut u8, _from: usize, _size: usize) -> *mut u8 {
            #[cfg(target_arch = "x86_64")]
            std::arch::naked_asm!("mov rcx, [rsp]", "jmp {does}", does = sym $does);
            #[cfg(target_arch = "aarch64")]
            std::arch::naked_asm!("mov x3, x30", "b {does}", does = sym $does);
        }
    )* };
}

in_place_of! {
    __tsan_memcpy copy;
    __tsan_memmove copy;
    __tsan_memset fill;
}

unsafe extern "C" fn copy(to: *mut u8, from: *const u8, size: usize, code: usize) -> *mut u8 {
    tell(from as usize, size, READ, code);
    tell(to as usize, size, WRITE, code);
    // SAFETY: as the caller promises, who may have promised more: that they do not overlap.
    unsafe { std::ptr::copy(from, to, size) };
    to
}

unsafe extern "C" fn fill(to: *mut u8, value: usize, size: usize, code: usize) -> *mut u8 {
    tell(to as usize, size, WRITE, code);
    // SAFETY: as the caller promises.
    unsafe { std::ptr::write_bytes(to, value as u8, size) };
    to
}

/// Where functions begin and end makes no difference here.
#[unsafe(no_mangle)]
extern "C" fn __tsan_func_entry(_caller: usize) {}

#[unsafe(no_mangle)]
extern "C" fn __tsan_func_exit() {}
