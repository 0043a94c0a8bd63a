//! The processes of this machine (Linux only).

#![cfg(target_os = "linux")]

use std::fs;

/// Those that `process` has started, and those that they have started.
pub fn children_of(process: u32) -> Vec<u32> {
    let mut found = vec![process];
    let mut at = 0;
    let all = parents();
    while let Some(parent) = found.get(at).copied() {
        found.extend(
            all.iter()
                .filter(|(_, of)| *of == parent)
                .map(|(child, _)| *child),
        );
        at += 1;
    }
    found.split_off(1)
}

/// Each process of this machine, with its parent.
fn parents() -> Vec<(u32, u32)> {
    let all = fs::read_dir("/proc").unwrap().flatten();
    all.filter_map(|entry| {
        let process = entry.file_name().to_str()?.parse().ok()?;
        Some((process, stat(process)?.1))
    })
    .collect()
}

/// Whether it runs.
pub fn is_there(process: u32) -> bool {
    stat(process).is_some_and(|(state, _)| state != "Z")
}

/// The state of a process, and its parent.
fn stat(process: u32) -> Option<(String, u32)> {
    let text = fs::read_to_string(format!("/proc/{process}/stat")).ok()?;
    // The name before may contain anything.
    let mut fields = text.rsplit_once(')')?.1.split_whitespace();
    Some((fields.next()?.to_owned(), fields.next()?.parse().ok()?))
}
