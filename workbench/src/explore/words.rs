//! Outcomes in words, for the terminal and for a chapter.

use super::graph::{Graph, Outcome, Trouble};

impl Graph {
    /// What fails in an outcome, in a few words; nothing if it does not fail.
    pub fn failure(&self, outcome: &Outcome) -> Option<String> {
        if !outcome.fails {
            return None;
        }
        let status = outcome.status.unwrap_or_default();
        Some(match outcome.kind.as_str() {
            "panic" => self.list("panics", outcome),
            "deadlock" => self.list("deadlock", outcome),
            "livelock" => self.list("livelock", outcome),
            "abort" => self.list("aborts", outcome),
            "hang" => self.list("hangs", outcome),
            "race" => self.race(outcome),
            _ => format!("ends with exit status {status}"),
        })
    }

    /// A data race in words: the later access first, as detectors report it.
    fn race(&self, outcome: &Outcome) -> String {
        let sides = outcome.troubles.iter().map(|side| {
            let object = match side.object {
                Some(object) => self.objects[object].0.clone(),
                None => "memory".to_owned(),
            };
            let place = match (&side.inside, side.line) {
                (None, 0) => String::new(),
                (None, line) => format!(" at line {line}"),
                (Some((file, line, _)), 0) => format!(" at {file}:{line}"),
                (Some((file, line, _)), from) => format!(" at {file}:{line}, from line {from}"),
            };
            let thread = &self.threads[side.thread].0;
            format!("{thread} {} {object}{place}", side.why)
        });
        let sides: Vec<String> = sides.collect();
        format!(
            "data race: {}, and nothing orders the two",
            sides.join(", ")
        )
    }

    fn list(&self, head: &str, outcome: &Outcome) -> String {
        let mut troubles: Vec<String> = Vec::new();
        let mut last = None;
        for trouble in &outcome.troubles {
            let operation = trouble.operation.map(|operation| self.operation(operation));
            match (outcome.kind.as_str(), troubles.last_mut(), operation) {
                // The operations of one thread that goes round stand together.
                ("livelock", Some(text), Some(operation)) if last == Some(trouble.thread) => {
                    *text += &format!(", {operation}");
                }
                _ => troubles.push(self.trouble(&outcome.kind, trouble)),
            }
            last = Some(trouble.thread);
        }
        format!("{head}: {}", troubles.join("; "))
    }

    fn trouble(&self, kind: &str, trouble: &Trouble) -> String {
        let thread = &self.threads[trouble.thread].0;
        let place = match trouble.line {
            0 => String::new(),
            line => format!(" at line {line}"),
        };
        let operation = trouble.operation.map(|operation| self.operation(operation));
        match (kind, operation) {
            ("deadlock", Some(operation)) => {
                let why = self.why(trouble);
                // This one has something to add itself: `wake BELL (locks DESK)`.
                let added = operation.starts_with("wake ");
                match operation.strip_suffix(')').filter(|_| added) {
                    Some(open) => format!("{thread}{place} waits: {open}; {why})"),
                    None => format!("{thread}{place} waits: {operation} ({why})"),
                }
            }
            ("livelock", Some(operation)) => {
                format!("{thread}{place} {}: {operation}", trouble.why)
            }
            ("hang", _) if place.is_empty() => format!("{thread} {}", trouble.why),
            ("hang", _) => format!("{thread} {}, after what it did{place}", trouble.why),
            _ => {
                let message = trouble
                    .why
                    .lines()
                    .map(str::trim)
                    .collect::<Vec<_>>()
                    .join(", ");
                format!("{thread}{place}: {message}")
            }
        }
    }

    /// Why a thread waits, in a few words: `held by bob`, `ann and bob have not ended`.
    pub fn why(&self, trouble: &Trouble) -> String {
        let others: Vec<&str> = trouble
            .threads
            .iter()
            .map(|thread| self.threads[*thread].0.as_str())
            .collect();
        let names = listed(&others);
        let object = trouble.object.map(|object| self.objects[object].0.as_str());
        match (trouble.why.as_str(), object) {
            ("is not unparked", _) => return "nobody unparks it".to_owned(),
            ("is not notified", Some(object)) => return format!("nobody notifies {object}"),
            ("is not complete", Some(object)) => return format!("not all have come to {object}"),
            ("has a waiting writer", _) if others.len() == 1 => {
                return format!("{names} waits to write");
            }
            ("has a waiting writer", _) => return format!("{names} wait to write"),
            _ => {}
        }
        let why = match trouble.why.strip_prefix("has ") {
            Some(rest) if object.is_none() && others.len() > 1 => format!("have {rest}"),
            _ => trouble.why.clone(),
        };
        match (object, others.is_empty()) {
            (Some(_), false) if why.contains("locked") => {
                let itself = match trouble.threads == [trouble.thread] {
                    true => " itself",
                    false => "",
                };
                format!("held by {names}{itself}")
            }
            (Some(object), false) if why.starts_with("is being ") => {
                format!("{object} {why} by {names}")
            }
            (Some(object), false) => format!("{object} {why}: {names}"),
            (None, false) => format!("{names} {why}"),
            (Some(object), true) => format!("{object} {why}"),
            (None, true) => why,
        }
    }
}

/// Names one after the other: `a`, `a and b`, `a, b and c`.
pub fn listed(names: &[&str]) -> String {
    match names {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}

/// So many of them: `1 state`, `2 states`.
pub fn counted(number: usize, one: &str) -> String {
    match number {
        1 => format!("1 {one}"),
        number => format!("{number} {one}s"),
    }
}
