//! Says whether `interleave-introspect` is built with the compiler's unstable features: its
//! `build.rs` tells more. Without them an `Arc` that is `self` does not compile, so there is no
//! `task::Wake`.

fn main() {
    println!("cargo:rerun-if-env-changed=RUSTC_BOOTSTRAP");
    println!("cargo:rustc-check-cfg=cfg(any_type)");
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
