//! What is measured in Rust. `go/main.go` has the same rows under the same names.

mod atomics;
mod channels;
mod context;
mod err_group;
mod fairness;
mod library;
mod loops;
mod mutex;
mod read_write;
mod start;
mod wait_group;

use crate::record::Sample;

/// The name of everything that Go measures itself.
pub const GO: &str = "Go";

/// Something that can be measured again and again.
pub struct Bench {
    /// What belongs on one chart.
    pub group: &'static str,
    /// What is compared.
    pub row: String,
    /// Who is measured.
    pub contender: &'static str,
    /// Measures once.
    pub measure: Box<dyn Fn() -> f64>,
}

impl Bench {
    fn new(
        group: &'static str,
        row: impl Into<String>,
        contender: &'static str,
        measure: impl Fn() -> f64 + 'static,
    ) -> Bench {
        Bench {
            group,
            row: row.into(),
            contender,
            measure: Box::new(measure),
        }
    }

    /// Measures once.
    #[must_use]
    pub fn sample(&self) -> Sample {
        Sample {
            group: self.group.to_owned(),
            row: self.row.clone(),
            contender: self.contender.to_owned(),
            value: (self.measure)(),
        }
    }
}

/// Everything, in the order of the charts.
#[must_use]
pub fn all() -> Vec<Bench> {
    [
        start::benches(),
        wait_group::benches(),
        mutex::benches(),
        loops::benches(),
        read_write::benches(),
        atomics::benches(),
        channels::benches(),
        fairness::benches(),
        library::benches(),
        context::benches(),
        err_group::benches(),
    ]
    .into_iter()
    .flatten()
    .collect()
}
