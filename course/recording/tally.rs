//! How often each output comes up in many runs: what a reader who only runs a program gets to see.

use std::collections::BTreeMap;
use std::path::Path;

use workbench::explore::{cell, grouped};
use workbench::{Error, Limits};

/// How often each program is run.
pub const RUNS: usize = 1000;

/// Outputs, and how often each came up.
pub type Counts = BTreeMap<String, usize>;

/// Runs a program [`RUNS`] times and counts what it prints.
///
/// # Errors
///
/// If it cannot be started.
pub fn count(executable: &Path, limits: &Limits) -> Result<Counts, Error> {
    let mut counts = Counts::new();
    for _ in 0..RUNS {
        let finished = workbench::run(executable, limits)?;
        *counts.entry(finished.stdout).or_default() += 1;
    }
    Ok(counts)
}

/// The table for a chapter, the most frequent outputs first; outputs that were not seen with 0.
#[must_use]
pub fn table(possible: &[String], rust: &Counts, go: &Counts) -> String {
    let count = |counts: &Counts, output: &String| counts.get(output).copied().unwrap_or(0);
    let mut outputs: Vec<&String> = possible
        .iter()
        .chain(rust.keys())
        .chain(go.keys())
        .collect();
    outputs.sort();
    outputs.dedup();
    outputs.sort_by_key(|output| std::cmp::Reverse(count(rust, output) + count(go, output)));
    let rows = outputs.into_iter().map(|output| {
        let count = |counts| grouped(&count(counts, output).to_string());
        let (rust, go) = (count(rust), count(go));
        format!("| {} | {go} | {rust} |\n", cell(output))
    });
    let runs = grouped(&RUNS.to_string());
    let head = format!("| in {runs} runs it printed | Go | Rust |\n|---|--:|--:|\n");
    head + &rows.collect::<String>()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_possible_and_was_not_seen_is_in_the_table() {
        let rust = Counts::from([("a\n".to_owned(), 990), ("b\n".to_owned(), 10)]);
        let go = Counts::from([("b\n".to_owned(), 1000)]);
        let possible = ["a\n", "b\n", "c\n"].map(str::to_owned);
        let table = table(&possible, &rust, &go);
        let rows: Vec<&str> = table.lines().skip(2).collect();
        let expected = [
            "| `b` | 1,000 | 10 |",
            "| `a` | 0 | 990 |",
            "| `c` | 0 | 0 |",
        ];
        assert_eq!(rows, expected);
    }
}
