//! A schedule as lines of text, and all outcomes as a table for a chapter.

use super::graph::{Graph, Line, Outcome};
use std::fmt::Write as _;

/// An operation is padded to the widest one, but not further than this.
const WIDEST: usize = 44;

impl Graph {
    /// The outcome that a reader wants to see the way to: the failure that is reached soonest,
    /// or where nothing fails the outcome that is.
    pub fn worth_showing(&self) -> Option<&Outcome> {
        let all = || self.outcomes.iter();
        self.shortest_failure()
            .or_else(|| all().min_by_key(|outcome| self.length(outcome)))
    }

    /// How long the schedule to an outcome is: switches between threads first, then steps.
    pub fn length(&self, outcome: &Outcome) -> (usize, usize) {
        let lines = self.lines(&outcome.schedule);
        let is_switch = |two: &&[Line]| two[0].thread != two[1].thread;
        (lines.windows(2).filter(is_switch).count(), lines.len())
    }

    /// A schedule for a reader, one step a line: its number, an arrow where another thread goes
    /// on, the thread, what it does, and the line of the `source` in which it does it.
    pub fn schedule_text(&self, schedule: &[usize], source: &str) -> String {
        let source: Vec<&str> = source.lines().collect();
        let lines = self.lines(schedule);
        let said: Vec<String> = lines.iter().map(said).collect();
        let name = |line: &Line| self.threads[line.thread].0.as_str();
        let names = lines.iter().map(name);
        let thread = names.map(width).max().unwrap_or(0);
        let operation = said.iter().map(|said| width(said)).max();
        let operation = operation.unwrap_or(0).min(WIDEST);
        let mut text = String::new();
        let mut last = 0;
        for (number, (line, said)) in lines.iter().zip(&said).enumerate() {
            let switch = if line.thread == last { ' ' } else { '→' };
            last = line.thread;
            let row = format!(
                "{:>3} {switch} {:<thread$}  {said:<operation$}  {}",
                number + 1,
                name(line),
                code(line, &source)
            );
            writeln!(text, "{}", row.trim_end()).expect("to memory");
        }
        text
    }

    /// All outcomes as a Markdown table: what was printed or went wrong, in how many schedules.
    ///
    /// No shares: readers take a share for a likelihood, which it is not.
    pub fn outcomes_table(&self) -> String {
        let all = match self.schedules.as_deref() {
            _ if !self.complete => "this many of the schedules that were explored".to_owned(),
            Some("0") => "none of its schedules, which have no end".to_owned(),
            Some("1") if self.cyclic => "its only schedule that repeats no state".to_owned(),
            Some(schedules) if self.cyclic => {
                let schedules = grouped(schedules);
                format!("this many of its {schedules} schedules that repeat no state")
            }
            Some("1") => "its only schedule".to_owned(),
            Some(schedules) => format!("this many of its {} schedules", grouped(schedules)),
            None => "this many of its schedules".to_owned(),
        };
        let mut table = format!("| it prints | in {all} |\n|---|--:|\n");
        for outcome in self
            .outcomes
            .iter()
            .filter(|outcome| outcome.kind != "race")
        {
            let count = outcome.count.as_deref().map_or("?".to_owned(), grouped);
            let end = self.end(outcome);
            writeln!(table, "| {end} | {count} |").expect("to memory");
        }
        for race in self.races() {
            let race = self.failure(race).unwrap_or_default();
            writeln!(table, "\n{}.", in_bold(&race)).expect("to memory");
        }
        table
    }

    fn end(&self, outcome: &Outcome) -> String {
        let printed = cell(&outcome.stdout);
        match (self.failure(outcome), printed.is_empty()) {
            (None, true) => "nothing".to_owned(),
            (None, false) => printed,
            (Some(failure), true) => format!("**{}**", escaped(&failure)),
            (Some(failure), false) => format!("{printed}<br>then **{}**", escaped(&failure)),
        }
    }
}

/// The lines of an output as they stand in the cell of a Markdown table.
pub fn cell(output: &str) -> String {
    let lines: Vec<String> = output
        .lines()
        .map(|line| format!("`{}`", line.replace('|', "\\|")))
        .collect();
    lines.join("<br>")
}

/// What stands before the first colon in bold, with a capital.
fn in_bold(text: &str) -> String {
    let (head, rest) = text.split_once(':').unwrap_or((text, ""));
    let mut letters = head.chars();
    let first = letters.next().map(|letter| letter.to_uppercase());
    let first = first.map(String::from_iter).unwrap_or_default();
    format!("**{first}{}:**{}", letters.as_str(), escaped(rest))
}

fn escaped(text: &str) -> String {
    text.replace('|', "\\|")
        .replace('_', "\\_")
        .replace('*', "\\*")
}

/// A number with commas between its thousands.
pub fn grouped(number: &str) -> String {
    let mut text = String::new();
    for (place, digit) in number.chars().enumerate() {
        if place > 0 && (number.len() - place).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

fn said(line: &Line) -> String {
    match &line.result {
        Some(result) => format!("{} → {result}", line.operation),
        None => line.operation.clone(),
    }
}

fn code(line: &Line, source: &[&str]) -> String {
    match line.line {
        0 => String::new(),
        at => {
            let code = source.get(at as usize - 1).map_or("", |code| code.trim());
            format!("{at:>3} │ {code}")
        }
    }
}

fn width(text: &str) -> usize {
    text.chars().count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_are_grouped() {
        let shown = ["1", "999", "1000", "313128", "10000000"].map(grouped);
        assert_eq!(shown, ["1", "999", "1,000", "313,128", "10,000,000"]);
    }

    #[test]
    fn a_cell_keeps_lines_apart_and_the_table_whole() {
        assert_eq!(cell("a\nb|c\n"), "`a`<br>`b\\|c`");
    }
}
