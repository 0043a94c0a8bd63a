//! The colours of pages, and pictures of them.

use super::tab::Tab;
use std::path::PathBuf;

/// One that is light, and one that is dark.
pub const THEMES: [&str; 2] = ["light", "navy"];

/// Where they are kept. Cargo gives tests a folder of their own inside the target directory.
pub fn screenshots() -> PathBuf {
    PathBuf::from(env!("CARGO_TARGET_TMPDIR")).with_file_name("screenshots")
}

/// As a reader does: mdBook's script sets the colours.
pub fn choose_theme(tab: &mut Tab, theme: &str) {
    tab.evaluate(&format!(
        "document.querySelector('#mdbook-theme-{theme}').click()"
    ));
    let chosen = format!("document.documentElement.classList.contains('{theme}')");
    assert_eq!(tab.evaluate(&chosen), true, "{theme}");
}
