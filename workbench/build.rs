//! Tells the tests whether there is Go, as the condition `go`: without it they are ignored.

use std::process::Command;

fn main() {
    println!("cargo::rustc-check-cfg=cfg(go)");
    println!("cargo::rerun-if-changed=build.rs");
    // Go may be installed later.
    println!("cargo::rerun-if-env-changed=PATH");
    let version = Command::new("go").arg("version").output();
    if version.is_ok_and(|output| output.status.success()) {
        println!("cargo::rustc-cfg=go");
    }
}
