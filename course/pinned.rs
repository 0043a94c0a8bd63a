//! The compiler whose words the chapters show.
//!
//! Compilers word their messages differently from version to version. The chapters show those of
//! one version, which the workspace names in its `Cargo.toml`.

use std::sync::LazyLock;

use workbench::Toolchain;

static RUSTC: LazyLock<String> = LazyLock::new(|| {
    let manifest: toml::Table = include_str!("../Cargo.toml")
        .parse()
        .expect("cargo has read it before");
    manifest["workspace"]["metadata"]["course"]["pinned-rustc"]
        .as_str()
        .expect("a version")
        .to_owned()
});

/// Its version, such as `1.95.0`.
#[must_use]
pub fn rustc() -> &'static str {
    &RUSTC
}

/// Whether this is the one.
#[must_use]
pub fn is(toolchain: &Toolchain) -> bool {
    toolchain.release() == rustc()
}
