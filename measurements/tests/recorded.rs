//! What the chapters show was drawn from what was measured.

use measurements::record::Recorded;
use measurements::{bench, chart, table};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("recorded")
}

fn file(name: &str) -> String {
    let path = folder().join(name);
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn recorded() -> Recorded {
    serde_json::from_str(&file("measurements.json")).expect("the record can be read")
}

const HELP: &str = "measure anew: cargo run --release -p measurements";

#[test]
fn tables_and_charts_are_those_of_the_numbers() {
    let recorded = recorded();
    let help = "draw anew: cargo run -p measurements -- draw";
    assert_eq!(file("machine.md"), table::machine(&recorded), "{help}");
    for group in &recorded.groups {
        let name = &group.name;
        assert_eq!(file(&format!("{name}.md")), table::draw(group), "{help}");
        assert_eq!(file(&format!("{name}.svg")), chart::draw(group), "{help}");
    }
}

#[test]
fn everything_that_can_be_measured_was_measured() {
    let recorded = recorded();
    let measured: BTreeSet<(String, String, String)> = recorded
        .groups
        .iter()
        .flat_map(|group| {
            group.rows.iter().flat_map(|row| {
                row.contenders
                    .iter()
                    .map(|contender| (group.name.clone(), row.name.clone(), contender.name.clone()))
            })
        })
        .collect();
    for bench in bench::all() {
        let (group, row) = (bench.group.to_owned(), bench.row);
        let contender = bench.contender.to_owned();
        assert!(
            measured.contains(&(group.clone(), row.clone(), contender.clone())),
            "{group}, {row}, {contender} is not recorded; {HELP}"
        );
    }
}

#[test]
fn every_row_is_measured_in_go_as_well() {
    let is_go = |name: &str| name.starts_with("Go") || name == "goroutine";
    for group in &recorded().groups {
        for row in &group.rows {
            // Where ways of doing it are compared, the languages have a row each.
            let in_go = row.name.replace("Rust", "Go");
            if row.name.contains("Go")
                || group
                    .rows
                    .iter()
                    .any(|other| other.name == in_go && other.name != row.name)
            {
                continue;
            }
            assert!(
                row.contenders.iter().any(|one| is_go(&one.name)),
                "{}, {}: nothing of Go's",
                group.name,
                row.name
            );
        }
    }
}

#[test]
fn nothing_lies_beside_the_record() {
    let mut expected = BTreeSet::from(["measurements.json".to_owned(), "machine.md".to_owned()]);
    for group in &recorded().groups {
        expected.extend([format!("{}.md", group.name), format!("{}.svg", group.name)]);
    }
    let found: BTreeSet<String> = fs::read_dir(folder())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    assert_eq!(found, expected);
}
