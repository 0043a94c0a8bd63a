//! What was measured.

use serde::{Deserialize, Serialize};

/// One measurement of one contender.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Sample {
    /// What belongs on one chart, such as `mutex`.
    pub group: String,
    /// What is compared, such as `nobody else wants it`.
    pub row: String,
    /// Who is measured, such as `std`.
    pub contender: String,
    /// How much it takes: nanoseconds or bytes.
    pub value: f64,
}

/// Everything that was measured in one run.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Recorded {
    /// The machine, in words.
    pub machine: String,
    /// The Rust compiler.
    pub rustc: String,
    /// The Go compiler.
    pub go: String,
    /// How often each was measured, in turns, in each of the two series.
    pub rounds: usize,
    /// The groups, in the order in which they were measured.
    pub groups: Vec<Group>,
}

/// What belongs on one chart.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Group {
    /// Its name, and that of its files.
    pub name: String,
    /// The comparisons.
    pub rows: Vec<Row>,
}

/// One comparison.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Row {
    /// What is compared.
    pub name: String,
    /// Who took part, and how each did in the first series.
    pub contenders: Vec<Contender>,
    /// How each did when everything was measured once more, in the same order.
    pub again: Vec<Contender>,
}

/// How one of them did.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Contender {
    /// Its name.
    pub name: String,
    /// The quarter of the rounds that did best did at least as well as this.
    pub low: f64,
    /// Half of the rounds did better.
    pub median: f64,
    /// A quarter of the rounds did worse than this.
    pub high: f64,
}

impl Recorded {
    /// The samples of both series by group, row and contender, in the order in which each came
    /// first.
    #[must_use]
    pub fn groups(first: &[Sample], again: &[Sample]) -> Vec<Group> {
        let names = distinct(first.iter().map(|sample| &sample.group));
        let group = |name: String| {
            let first = of(first, |sample| sample.group == name);
            let again = of(again, |sample| sample.group == name);
            let rows = distinct(first.iter().map(|sample| &sample.row))
                .into_iter()
                .map(|row| Row::new(row, &first, &again))
                .collect();
            Group { name, rows }
        };
        names.into_iter().map(group).collect()
    }
}

impl Row {
    fn new(name: String, first: &[Sample], again: &[Sample]) -> Row {
        let contenders = Contender::all(&of(first, |sample| sample.row == name));
        let again = Contender::all(&of(again, |sample| sample.row == name));
        Row {
            name,
            contenders,
            again,
        }
    }

    /// The one that all are compared with: the first.
    #[must_use]
    pub fn base(&self) -> f64 {
        self.contenders
            .first()
            .map_or(f64::NAN, |first| first.median)
    }

    /// Who takes least, and `None` if that is a tie in one of the two series, or if each has
    /// another winner: then nobody should build on which of them was first.
    #[must_use]
    pub fn winner(&self) -> Option<&Contender> {
        let first = least(&self.contenders)?;
        let again = least(&self.again)?;
        (first.name == again.name).then_some(first)
    }
}

/// A lead smaller than this share of the winner's median is none: a table with two digits would
/// hardly show it, and another build of the same program may turn it round.
const LEAD: f64 = 0.05;

/// The contender with the smallest median, and `None` if another one is so near that the middle
/// halves of their rounds overlap, or that it takes hardly more.
fn least(contenders: &[Contender]) -> Option<&Contender> {
    let best = contenders
        .iter()
        .min_by(|a, b| a.median.total_cmp(&b.median))?;
    let is_near = |other: &Contender| {
        let overlaps = other.low <= best.high;
        let takes_hardly_more = other.median < best.median * (1.0 + LEAD);
        other.name != best.name && (overlaps || takes_hardly_more)
    };
    (!contenders.iter().any(is_near)).then_some(best)
}

impl Contender {
    fn all(of_row: &[Sample]) -> Vec<Contender> {
        let contender = |name: String| {
            let values = of_row.iter().filter(|sample| sample.contender == name);
            let values = values.map(|sample| sample.value).collect();
            Contender::new(name, values)
        };
        distinct(of_row.iter().map(|sample| &sample.contender))
            .into_iter()
            .map(contender)
            .collect()
    }

    fn new(name: String, mut values: Vec<f64>) -> Contender {
        values.sort_by(f64::total_cmp);
        let at = |share: f64| {
            let place = share * (values.len().saturating_sub(1)) as f64;
            // Two digits more than anybody reads, so that the file does not suggest precision.
            (values[place.round() as usize] * 100.0).round() / 100.0
        };
        Contender {
            low: at(0.25),
            median: at(0.5),
            high: at(0.75),
            name,
        }
    }
}

fn of(samples: &[Sample], is_meant: impl Fn(&Sample) -> bool) -> Vec<Sample> {
    samples.iter().filter(|s| is_meant(s)).cloned().collect()
}

fn distinct<'a>(names: impl Iterator<Item = &'a String>) -> Vec<String> {
    let mut distinct = Vec::new();
    for name in names {
        if !distinct.contains(name) {
            distinct.push(name.clone());
        }
    }
    distinct
}

#[cfg(test)]
mod tests {
    use super::*;

    type Rounds<'a> = &'a [(&'a str, &'a [f64])];

    fn row(first: Rounds, again: Rounds) -> Row {
        let contenders = |all: Rounds| {
            all.iter()
                .map(|(name, values)| Contender::new((*name).to_owned(), values.to_vec()))
                .collect()
        };
        Row {
            name: "row".to_owned(),
            contenders: contenders(first),
            again: contenders(again),
        }
    }

    const A_FIRST: Rounds = &[("a", &[1.0, 1.1, 1.2]), ("b", &[2.0, 2.1, 2.2])];
    const B_FIRST: Rounds = &[("a", &[2.0, 2.1, 2.2]), ("b", &[1.0, 1.1, 1.2])];
    const NEAR: Rounds = &[("a", &[1.0, 1.2, 1.4]), ("b", &[1.1, 1.3, 1.5])];

    #[test]
    fn quartiles() {
        let row = row(&[("a", &[5.0, 1.0, 4.0, 2.0, 3.0])], &[]);
        let a = &row.contenders[0];
        assert_eq!((a.low, a.median, a.high), (2.0, 3.0, 4.0));
    }

    #[test]
    fn the_smallest_median_wins() {
        assert_eq!(row(B_FIRST, B_FIRST).winner().unwrap().name, "b");
    }

    #[test]
    fn overlapping_halves_are_a_tie() {
        assert_eq!(row(NEAR, NEAR).winner(), None);
        assert_eq!(row(A_FIRST, NEAR).winner(), None);
        assert_eq!(row(NEAR, A_FIRST).winner(), None);
    }

    #[test]
    fn a_lead_that_the_table_does_not_show_is_a_tie() {
        let steady: Rounds = &[("a", &[1.0, 1.0, 1.0]), ("b", &[1.04, 1.04, 1.04])];
        assert_eq!(row(steady, steady).winner(), None);
        let ahead: Rounds = &[("a", &[1.0, 1.0, 1.0]), ("b", &[1.06, 1.06, 1.06])];
        assert_eq!(row(ahead, ahead).winner().unwrap().name, "a");
    }

    #[test]
    fn another_winner_in_the_second_series_is_a_tie() {
        assert_eq!(row(A_FIRST, B_FIRST).winner(), None);
    }

    #[test]
    fn samples_are_grouped_in_the_order_in_which_they_came() {
        let sample = |row: &str, contender: &str, value| Sample {
            group: "g".to_owned(),
            row: row.to_owned(),
            contender: contender.to_owned(),
            value,
        };
        let samples = [
            sample("z", "b", 1.0),
            sample("a", "b", 2.0),
            sample("z", "a", 3.0),
            sample("z", "b", 5.0),
        ];
        let groups = Recorded::groups(&samples, &samples[..3]);
        let rows: Vec<&str> = groups[0].rows.iter().map(|row| row.name.as_str()).collect();
        assert_eq!(rows, ["z", "a"]);
        assert_eq!(groups[0].rows[0].contenders[0].name, "b");
        assert_eq!(groups[0].rows[0].contenders.len(), 2);
        assert_eq!(groups[0].rows[0].again[0].median, 1.0);
    }
}
