//! A group as a Markdown table, and the machine as a sentence.

use crate::record::{Contender, Group, Recorded, Row};
use std::fmt::Write;

/// A row for each comparison, a column for each contender; each cell says how much it takes, with
/// the first contender of the row as 1, and who takes least.
#[must_use]
pub fn draw(group: &Group) -> String {
    let mut columns: Vec<&str> = Vec::new();
    for contender in group.rows.iter().flat_map(|row| &row.contenders) {
        if !columns.contains(&contender.name.as_str()) {
            columns.push(&contender.name);
        }
    }
    let mut table = String::from("| |");
    columns
        .iter()
        .for_each(|name| write!(table, " {name} |").expect("a String takes all"));
    table.push_str(" least |\n|---|");
    columns.iter().for_each(|_| table.push_str("--:|"));
    table.push_str("---|\n");
    for row in &group.rows {
        line(&mut table, row, &columns);
    }
    table
}

fn line(table: &mut String, row: &Row, columns: &[&str]) {
    write!(table, "| {} |", row.name).expect("a String takes all");
    for column in columns {
        let contender = row.contenders.iter().find(|one| one.name == *column);
        let cell = contender.map_or("–".to_owned(), |one| ratio(row, one));
        write!(table, " {cell} |").expect("a String takes all");
    }
    let winner = row.winner().map_or("tie", |winner| &winner.name);
    writeln!(table, " {winner} |").expect("a String takes all");
}

/// How much it takes, with the first contender of the row as 1.
#[must_use]
pub fn ratio(row: &Row, contender: &Contender) -> String {
    rounded(contender.median / row.base())
}

/// With as many digits as mean something.
#[must_use]
pub fn rounded(ratio: f64) -> String {
    if ratio >= 10.0 {
        format!("{ratio:.0}")
    } else if ratio >= 0.1 {
        format!("{ratio:.1}")
    } else {
        // One digit that is not zero.
        let digits = -ratio.log10().floor() as usize;
        format!("{ratio:.digits$}")
    }
}

/// On what was measured.
#[must_use]
pub fn machine(recorded: &Recorded) -> String {
    format!(
        "Measured on {}, with {} and {}: {} times each in turns, and then all of it once more.\n",
        recorded.machine,
        recorded.rustc.split(" (").next().unwrap_or_default(),
        recorded.go,
        recorded.rounds
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn contender(name: &str, median: f64) -> Contender {
        Contender {
            name: name.to_owned(),
            low: median * 0.99,
            median,
            high: median * 1.01,
        }
    }

    #[test]
    fn a_table() {
        let row = |name: &str, contenders: Vec<Contender>| Row {
            name: name.to_owned(),
            again: contenders.clone(),
            contenders,
        };
        let group = Group {
            name: "mutex".to_owned(),
            rows: vec![
                row("alone", vec![contender("std", 10.0), contender("Go", 15.0)]),
                row(
                    "together",
                    vec![contender("std", 10.0), contender("parking_lot", 10.05)],
                ),
            ],
        };
        assert_eq!(
            draw(&group),
            "| | std | Go | parking_lot | least |\n|---|--:|--:|--:|---|\n\
             | alone | 1.0 | 1.5 | – | std |\n\
             | together | 1.0 | – | 1.0 | tie |\n"
        );
    }

    #[test]
    fn digits_that_mean_something() {
        assert_eq!(rounded(0.0234), "0.02");
        assert_eq!(rounded(0.0042), "0.004");
        assert_eq!(rounded(1.26), "1.3");
        assert_eq!(rounded(35.7), "36");
    }
}
