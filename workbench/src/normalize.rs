//! Takes out of a message what differs from machine to machine and from run to run.
//!
//! Nothing else is changed: a reader who does the same sees the same words.

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::LazyLock;

use regex::{Captures, Regex};

/// Compiles a pattern at its first use.
macro_rules! pattern {
    ($pattern:literal) => {{
        static PATTERN: LazyLock<Regex> =
            LazyLock::new(|| Regex::new($pattern).expect("the pattern is a constant"));
        &*PATTERN
    }};
}

/// A message of `rustc`: places in the standard library and in dependencies lose the part that
/// is this machine's, and the text ends with exactly one newline.
#[must_use]
pub fn compiler(text: &str) -> String {
    let text = rust_places(text);
    match text.trim_end() {
        "" => String::new(),
        text => format!("{text}\n"),
    }
}

/// What a Rust program wrote to stderr: as [`compiler`], and a panic does not tell the number
/// that the operating system gave to its thread.
#[must_use]
pub fn rust_stderr(text: &str) -> String {
    let text = rust_places(text);
    pattern!(r"(?m)^(thread '.*') \(\d+\) ")
        .replace_all(&text, "$1 ")
        .into_owned()
}

/// `/rustc/<commit>/library/std/src/…:125:0` and the same below a toolchain's folder become
/// `library/std/src/…:125`; a crate's folder in cargo's registry becomes its name and version.
fn rust_places(text: &str) -> Cow<'_, str> {
    let standard = pattern!(
        r"(?:/rustc/[0-9a-f]{40}/|[^\s]*/lib/rustlib/src/rust/)(library/[^\s:]+:\d+)(?::0\b)?"
    );
    let registry = pattern!(r"[^\s]*/registry/src/[^/\s]+/");
    match standard.replace_all(text, "$1") {
        Cow::Borrowed(text) => registry.replace_all(text, ""),
        Cow::Owned(text) => Cow::Owned(registry.replace_all(&text, "").into_owned()),
    }
}

/// What a Go program, or a Go tool, wrote to stderr: addresses become `0x…`, offsets into a
/// function are dropped, `./main.go` is `main.go`, and goroutines are numbered in the order in
/// which they are named.
#[must_use]
pub fn go_stderr(text: &str) -> String {
    let text = pattern!(r"(?m)^(\t.*\.(?:go|s):\d+) \+0x[0-9a-f]+").replace_all(text, "$1");
    let text = pattern!(r"\b0x[0-9a-f]+").replace_all(&text, "0x…");
    let text = pattern!(r"(^|[\s(])(?:\./|[^\s(]*/)?main\.go:").replace_all(&text, "${1}main.go:");
    renumber_goroutines(&text)
}

/// What Go's detector of data races reports: addresses become `0x…`, offsets into a function are
/// dropped, and `main.go` has no folder.
#[must_use]
pub fn go_race(text: &str) -> String {
    let text = pattern!(r"(?m)^(      .*\.(?:go|s):\d+) \+0x[0-9a-f]+").replace_all(text, "$1");
    let text = pattern!(r"\b0x[0-9a-f]+").replace_all(&text, "0x…");
    pattern!(r"(?m)^(      )\S*/main\.go:")
        .replace_all(&text, "${1}main.go:")
        .into_owned()
}

fn renumber_goroutines(text: &str) -> String {
    // The first goroutine runs `main` and is always number 1.
    let mut numbers = HashMap::from([("1".to_owned(), 1)]);
    pattern!(r"\bgoroutine (\d+)")
        .replace_all(text, |found: &Captures| {
            let next = numbers.len() + 1;
            let number = *numbers.entry(found[1].to_owned()).or_insert(next);
            format!("goroutine {number}")
        })
        .into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_standard_library_is_in_the_same_place_everywhere() {
        let hashed = "note: required by a bound in `spawn`\n --> /rustc/59807616e1fa2540724bfbac14d7976d7e4a3860/library/std/src/thread/functions.rs:125:0\n\n";
        let expected =
            "note: required by a bound in `spawn`\n --> library/std/src/thread/functions.rs:125\n";
        assert_eq!(compiler(hashed), expected);
    }

    #[test]
    fn a_crate_is_named_without_its_folder() {
        let text = "panicked at /home/me/.cargo/registry/src/index.crates.io-1949cf8c6b5b557f/rand-0.10.3/src/rng.rs:12:9:\n";
        assert_eq!(
            rust_stderr(text),
            "panicked at rand-0.10.3/src/rng.rs:12:9:\n"
        );
    }

    #[test]
    fn a_panic_has_no_thread_number() {
        let text = "\nthread '<unnamed>' (4711) panicked at src/main.rs:5:9:\nno (12) here\n";
        let expected = "\nthread '<unnamed>' panicked at src/main.rs:5:9:\nno (12) here\n";
        assert_eq!(rust_stderr(text), expected);
    }

    #[test]
    fn a_race_in_go_names_the_file_alone() {
        let text = "Write at 0x00c000012345 by goroutine 8:\n  main.next()\n      \
                    /tmp/x/main.go:14 +0x3c\n  sync.f()\n      sync/waitgroup.go:9 +0x1\n";
        let expected = "Write at 0x… by goroutine 8:\n  main.next()\n      main.go:14\n  \
                        sync.f()\n      sync/waitgroup.go:9\n";
        assert_eq!(go_race(text), expected);
    }

    #[test]
    fn goroutines_are_numbered_as_they_appear() {
        let text = "goroutine 1 [semacquire]:\nsync.runtime_Semacquire(0xc000012345?, 0x0?)\n\t\
                    runtime/sema.go:114 +0x2e\nmain.main()\n\t./main.go:14 +0xd7\n\n\
                    goroutine 19 [chan receive]:\ncreated by main.main in goroutine 1\n\
                    goroutine 7 [running]:\ncreated by main.f in goroutine 19\n";
        let expected = "goroutine 1 [semacquire]:\nsync.runtime_Semacquire(0x…?, 0x…?)\n\t\
                        runtime/sema.go:114\nmain.main()\n\tmain.go:14\n\n\
                        goroutine 2 [chan receive]:\ncreated by main.main in goroutine 1\n\
                        goroutine 3 [running]:\ncreated by main.f in goroutine 2\n";
        assert_eq!(go_stderr(text), expected);
    }

    #[test]
    fn the_go_tools_name_the_file_alone() {
        let text = "# command-line-arguments\n./main.go:5:2: declared and not used: x\n";
        let expected = "# command-line-arguments\nmain.go:5:2: declared and not used: x\n";
        assert_eq!(go_stderr(text), expected);
    }
}
