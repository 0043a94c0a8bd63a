//! Decides between the two forms of this crate: with the compiler's unstable features, or plain.
//!
//! `.cargo/config.toml` sets `RUSTC_BOOTSTRAP=interleave_introspect`, which unlocks unstable
//! features for this one crate and no other. Where the variable does not name it, the plain form is
//! built; `.ci/run` tests that one too.

fn main() {
    println!("cargo:rerun-if-env-changed=RUSTC_BOOTSTRAP");
    let unlocked = std::env::var("RUSTC_BOOTSTRAP").is_ok_and(|crates| {
        crates == "1"
            || crates
                .split(',')
                .any(|name| name == "interleave_introspect")
    });
    if unlocked {
        println!("cargo:rustc-cfg=any_type");
    }
}
