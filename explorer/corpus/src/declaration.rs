//! What a program says of itself at its head.
//!
//! ```text
//! //! Two threads add one, each by a load and a store.
//! //!
//! //! - done: 2 × "total: 2"
//! //! - done: 4 × "total: 1"
//! ```
//!
//! Each item is one way to end: its kind (`done`, `exit 3`, `panic`, `deadlock`, `livelock`,
//! `abort`, `hang`), how many schedules end so, and what was printed. Where nothing is said of the
//! number (`done: "total: 2"`), it is not checked: there are cycles, and it is a matter of
//! definition. In brackets may stand what was wrong with each thread, in the order of the
//! alphabet: `deadlock: 2 × "" (is locked; is locked)`.
//!
//! `Model: …` on a line of its own asks for other rules than the usual: `idle` (time passes only
//! when nobody can move), `spurious` (a wait may end by itself), `weak` (a load may see an older
//! value).

use std::explorer::{Exploration, Memory, Model, Time};

/// One way to end.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Way {
    /// Its kind, with the exit status if that is not the usual one.
    pub kind: String,
    /// What was printed, without the last line's end.
    pub printed: String,
    /// What was wrong, if the declaration says so.
    pub troubles: Option<Vec<String>>,
    /// How many schedules end so, if the declaration says so.
    pub count: Option<String>,
}

/// See the [module](self).
#[derive(Clone, Debug, Default)]
pub struct Declaration {
    /// The rules under which the program is to be explored.
    pub model: Model,
    /// All ways to end.
    pub ways: Vec<Way>,
}

impl Declaration {
    /// Reads the declaration at the head of a program.
    ///
    /// # Errors
    ///
    /// The line that cannot be understood.
    pub fn read(text: &str) -> Result<Declaration, String> {
        let mut declaration = Declaration::default();
        let head = text.lines().map_while(|line| line.strip_prefix("//!"));
        for line in head.map(str::trim) {
            if let Some(words) = line.strip_prefix("Model: ") {
                declaration.model = model(words).ok_or_else(|| line.to_owned())?;
            } else if let Some(item) = line.strip_prefix("- ") {
                declaration
                    .ways
                    .push(way(item).ok_or_else(|| line.to_owned())?);
            }
        }
        declaration.ways.sort();
        Ok(declaration)
    }
}

fn model(words: &str) -> Option<Model> {
    let mut model = Model::default();
    for word in words.trim_end_matches('.').split(", ") {
        match word {
            "idle" => model.time = Time::Idle,
            "spurious" => model.spurious_wakeups = true,
            "weak" => model.memory = Memory::Weak,
            _ => return None,
        }
    }
    Some(model)
}

/// Reads `KIND: [COUNT ×] "PRINTED" [(TROUBLE; TROUBLE)]`.
fn way(item: &str) -> Option<Way> {
    let (kind, rest) = item.split_once(": ")?;
    let (before, rest) = rest.split_once('"')?;
    let (printed, after) = rest.rsplit_once('"')?;
    let count = match before.trim() {
        "" => None,
        before => Some(before.strip_suffix('×')?.trim().replace(',', "")),
    };
    let troubles = match after.trim() {
        "" => None,
        after => {
            let inner = after.strip_prefix('(')?.strip_suffix(')')?;
            Some(inner.split("; ").map(str::to_owned).collect())
        }
    };
    Some(Way {
        kind: kind.to_owned(),
        printed: printed.replace("\\n", "\n"),
        troubles,
        count,
    })
}

/// The ways to end that were found, in as much detail as `declared` has them.
pub fn found(exploration: &Exploration, declared: &[Way]) -> Vec<Way> {
    let mut ways: Vec<(Way, Option<_>)> = Vec::new();
    for ending in &exploration.endings {
        let outcome = &ending.outcome;
        let kind = match outcome.status {
            Some(status) if status != 0 && outcome.kind.name() != "panic" => {
                format!("{} {status}", outcome.kind.name())
            }
            _ => outcome.kind.name().to_owned(),
        };
        let printed = outcome.stdout.trim_end_matches('\n').to_owned();
        let mut troubles: Vec<_> = outcome.troubles.iter().map(|t| t.why.clone()).collect();
        troubles.sort();
        let alike = |way: &&Way| way.kind == kind && way.printed == printed;
        let detailed = declared
            .iter()
            .any(|way| alike(&way) && way.troubles.is_some());
        let troubles = detailed.then_some(troubles);
        let known = ways
            .iter_mut()
            .find(|(way, _)| alike(&way) && way.troubles == troubles);
        match known {
            Some((_, count)) => {
                *count = count
                    .take()
                    .zip(ending.count.clone())
                    .map(|(one, more)| one + more);
            }
            None => {
                ways.push((
                    Way {
                        kind,
                        printed,
                        troubles,
                        count: None,
                    },
                    ending.count.clone(),
                ));
            }
        }
    }
    let mut found: Vec<Way> = Vec::new();
    for (mut way, count) in ways {
        let alike = |other: &&Way| {
            (&other.kind, &other.printed, &other.troubles)
                == (&way.kind, &way.printed, &way.troubles)
        };
        let uncounted = declared
            .iter()
            .find(alike)
            .is_some_and(|way| way.count.is_none());
        way.count = if uncounted {
            None
        } else {
            count.map(|count| count.to_string())
        };
        found.push(way);
    }
    found.sort();
    found
}

impl std::fmt::Display for Way {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "- {}: ", self.kind)?;
        if let Some(count) = &self.count {
            write!(f, "{count} × ")?;
        }
        write!(f, "\"{}\"", self.printed.replace('\n', "\\n"))?;
        match &self.troubles {
            Some(troubles) => write!(f, " ({})", troubles.join("; ")),
            None => Ok(()),
        }
    }
}
