use std::panic::Location;
use std::sync::OnceLock;

type Registrar = fn(&'static Location<'static>) -> u64;

static REGISTRAR: OnceLock<Registrar> = OnceLock::new();

/// Sets who is told of objects that are made while a program runs. The first call counts.
pub fn set_birth_registrar(registrar: Registrar) {
    let _ = REGISTRAR.set(registrar);
}

/// Registers an object made at `site` and returns its number, or 0 if it is made by the compiler,
/// if nobody wants to know, or if this build cannot tell.
#[cfg(any_type)]
pub const fn birth(site: &'static Location<'static>) -> u64 {
    const fn by_compiler(_: &'static Location<'static>) -> u64 {
        0
    }
    std::intrinsics::const_eval_select((site,), by_compiler, at_run_time)
}

#[cfg(any_type)]
fn at_run_time(site: &'static Location<'static>) -> u64 {
    REGISTRAR.get().map_or(0, |registrar| registrar(site))
}

/// Answers 0: on stable Rust a `const fn` cannot tell when it runs.
#[cfg(not(any_type))]
pub const fn birth(_site: &'static Location<'static>) -> u64 {
    0
}
