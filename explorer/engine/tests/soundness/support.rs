use interleave::{Exploration, Merging, Options, explore};
use num_bigint::BigUint;

/// The ends of a program: how it ends, what it prints, in how many schedules.
pub type Ends = Vec<(&'static str, String, Option<BigUint>)>;

pub fn explored(options: &Options, main: impl Fn() + Send + Sync + 'static) -> Exploration {
    explore(
        options,
        move || {
            main();
            0
        },
        |_| (),
    )
}

pub fn merging(merging: Merging) -> Options {
    Options::default().merging(merging)
}

/// All ends, in an order that does not depend on the search.
pub fn ends(exploration: &Exploration) -> Ends {
    let mut ends: Ends = exploration
        .endings
        .iter()
        .map(|ending| {
            let outcome = &ending.outcome;
            let troubles: Vec<&str> = outcome.troubles.iter().map(|t| t.why.as_str()).collect();
            let text = format!(
                "{}{}{}",
                outcome.stdout,
                outcome.stderr,
                troubles.join("; ")
            );
            (outcome.kind.name(), text, ending.count.clone())
        })
        .collect();
    ends.sort();
    ends
}

/// What is printed in the different ends.
pub fn printed(exploration: &Exploration) -> Vec<String> {
    assert!(exploration.is_complete(), "cut: {:?}", exploration.cut);
    let mut all: Vec<String> = exploration
        .endings
        .iter()
        .map(|ending| ending.outcome.stdout.trim().to_owned())
        .collect();
    all.sort();
    all.dedup();
    all
}
