//! Verdicts as text, for a terminal.

use crate::verdict::{Answer, Checked, Failure, Finding, Refusal, Step, Verdict};
use anstyle::{AnsiColor, Style};
use std::fmt::Write as _;

const GOOD: Style = AnsiColor::Green.on_default();
const BAD: Style = AnsiColor::Red.on_default().bold();
const DOUBT: Style = AnsiColor::Yellow.on_default();
const FAINT: Style = Style::new().dimmed();
const STRONG: Style = Style::new().bold();

/// An operation is padded to the widest one, but not further than this, and cut there.
const WIDEST: usize = 44;

/// How many steps of a schedule are shown, half of them from its beginning.
const SHOWN: usize = 40;

/// A verdict as text without colours.
pub fn plain(verdict: &Verdict) -> String {
    let coloured = coloured(verdict);
    let mut plain = String::new();
    let mut rest = coloured.as_str();
    // Colours are the only escapes in it: an escape, a bracket, numbers, an m.
    while let Some(start) = rest.find("\u{1b}[") {
        plain.push_str(&rest[..start]);
        let end = rest[start..]
            .find('m')
            .map_or(rest.len(), |end| start + end + 1);
        rest = &rest[end..];
    }
    plain + rest
}

/// A verdict as text with colours, which whoever prints it takes out again where there are none.
pub fn coloured(verdict: &Verdict) -> String {
    let mut text = String::new();
    let name = &verdict.exercise;
    let (style, word) = match verdict.solved {
        true => (GOOD, "solved"),
        false => (BAD, "not solved yet"),
    };
    let known = if verdict.remembered {
        ", as before"
    } else {
        ""
    };
    let _ = writeln!(
        text,
        "{STRONG}{name}{STRONG:#}: {style}{word}{style:#}{known}"
    );
    match &verdict.answer {
        Answer::Refused(refusal) => text += &refused(refusal, name),
        Answer::Checked(checks) => text += &checked(checks, name),
    }
    text
}

fn refused(refusal: &Refusal, name: &str) -> String {
    match refusal {
        Refusal::DoesNotCompile { said } => {
            let checks = format!("--> exercises/{name}/checks.rs");
            let about = match said.contains(&checks) {
                true => " The checks call what the stub had: keep its names and signatures.",
                false => "",
            };
            let said = said.trim_end();
            format!("\n{BAD}It does not compile.{BAD:#}{about}\n\n{said}\n")
        }
        Refusal::Forbidden { what, line } => {
            format!("\n{BAD}exercises/{name}/exercise.rs:{line}{BAD:#}: {what}\n")
        }
        Refusal::NotExplorable { said } => format!(
            "\n{BAD}It compiles, but it cannot be explored{BAD:#}: it uses something that the \
             explorer does not know.\n\n{}\n",
            said.trim_end()
        ),
    }
}

fn checked(checks: &[Checked], name: &str) -> String {
    let mut text = String::new();
    let (mut told, mut doubted) = (false, false);
    for (number, check) in checks.iter().enumerate() {
        let property = &check.property;
        let _ = match &check.finding {
            Finding::Passed { schedules, .. } => writeln!(
                text,
                "  {GOOD}✓{GOOD:#} {property}{FAINT}{}{FAINT:#}",
                in_schedules(schedules.as_deref())
            ),
            Finding::Failed(_) => writeln!(text, "  {BAD}✗ {property}{BAD:#}"),
            Finding::Unknown { .. } if doubted => {
                writeln!(
                    text,
                    "  {DOUBT}? {property}{DOUBT:#}\n      this could not be explored either"
                )
            }
            Finding::Unknown { why } => {
                doubted = true;
                writeln!(text, "  {DOUBT}? {property}{DOUBT:#}\n      {why}")
            }
            Finding::Skipped => writeln!(text, "  {FAINT}- {property}{FAINT:#}"),
        };
        // One thing at a time: the first failure in full, of the others the sentence.
        if let Some(failure) = check.finding.failure() {
            text += &failed(failure, name, number, !told);
            told = true;
        }
    }
    text
}

fn in_schedules(schedules: Option<&str>) -> String {
    match schedules {
        Some("1") => " (there is one schedule)".to_owned(),
        Some(schedules) => {
            let schedules = workbench::explore::grouped(schedules);
            format!(" (in all {schedules} schedules)")
        }
        None => " (in every schedule)".to_owned(),
    }
}

fn failed(failure: &Failure, name: &str, number: usize, in_full: bool) -> String {
    let mut text = format!("      {}\n", failure.what);
    if !in_full {
        return text;
    }
    for detail in &failure.details {
        let _ = writeln!(text, "      {detail}");
    }
    if failure.schedule.is_empty() {
        return text;
    }
    let _ = writeln!(text, "\n      {}:\n", heading(failure));
    text += &schedule(&failure.schedule);
    let _ = writeln!(
        text,
        "\n      {FAINT}every step, with what changes: cargo course check {name} --replay {}{FAINT:#}\n",
        number + 1
    );
    text
}

fn heading(failure: &Failure) -> String {
    let share = match &failure.schedules {
        Some((some, all)) if some == all => " (it happens in every schedule)".to_owned(),
        Some((some, all)) => {
            let [some, all] = [some, all].map(|number| workbench::explore::grouped(number));
            format!(" (it happens in {some} of {all} schedules)")
        }
        None => String::new(),
    };
    format!("the shortest schedule that shows it{share}")
}

/// Every step of the schedule in which a check fails, also those of the check itself, with what
/// shows something else afterwards.
pub fn replay(failure: &Failure) -> String {
    let steps = &failure.schedule;
    let width = |text: &str| text.chars().count();
    let threads = steps.iter().map(|step| width(&step.thread));
    let threads = threads.max().unwrap_or(0);
    let operations = steps.iter().map(|step| width(&step.operation));
    let operations = operations.max().unwrap_or(0).min(WIDEST);
    let mut text = String::new();
    for (number, step) in steps.iter().enumerate() {
        let place = match step.line {
            Some(line) => format!("{line:>3} │ {}", step.code.as_deref().unwrap_or_default()),
            None if step.is_end() => String::new(),
            None => format!("{FAINT}      in the check{FAINT:#}"),
        };
        let (thread, operation) = (&step.thread, &step.operation);
        let number = number + 1;
        let row = format!("{number:>4}  {thread:<threads$}  {operation:<operations$}  {place}");
        let _ = writeln!(text, "{}", row.trim_end());
        for (object, shows) in &step.changes {
            let _ = writeln!(text, "      {FAINT}{object} = {shows}{FAINT:#}");
        }
    }
    let _ = writeln!(text, "\n      {}", failure.what);
    for detail in &failure.details {
        let _ = writeln!(text, "      {detail}");
    }
    text
}

/// A line of a schedule: a step on a line of the learner's, or what the check did meanwhile.
enum Row<'a> {
    Own(&'a Step),
    End(&'a Step),
    Check(&'a str, Vec<&'a str>),
}

fn rows(steps: &[Step]) -> Vec<Row<'_>> {
    let mut rows: Vec<Row<'_>> = Vec::new();
    for step in steps {
        match (step.line, rows.last_mut()) {
            (Some(_), _) => rows.push(Row::Own(step)),
            (None, _) if step.is_end() => rows.push(Row::End(step)),
            (None, Some(Row::Check(thread, operations))) if *thread == step.thread => {
                operations.push(&step.operation);
            }
            (None, _) => rows.push(Row::Check(&step.thread, vec![&step.operation])),
        }
    }
    rows
}

/// An operation that takes no more than its column: what a list holds may be long.
fn clipped(operation: &str) -> String {
    match operation.char_indices().nth(WIDEST) {
        None => operation.to_owned(),
        Some(_) => operation.chars().take(WIDEST - 1).chain(['…']).collect(),
    }
}

/// A schedule on the learner's lines. Steps of the check stand together in one line.
fn schedule(steps: &[Step]) -> String {
    let width = |text: &str| text.chars().count();
    let threads = steps
        .iter()
        .map(|step| width(&step.thread))
        .max()
        .unwrap_or(0);
    let own = steps.iter().filter(|step| step.line.is_some());
    let widest = own
        .map(|step| width(&step.operation))
        .max()
        .unwrap_or(0)
        .min(WIDEST);
    let rows = rows(steps);
    let mut text = String::new();
    let mut last = None;
    let left_out = rows.len().saturating_sub(SHOWN);
    let mut number = 0;
    for (index, row) in rows.iter().enumerate() {
        let (thread, rest) = match row {
            Row::Own(step) => {
                number += 1;
                let (line, code) = (step.line.unwrap_or(0), step.code.as_deref());
                let operation = clipped(&step.operation);
                let code = code.unwrap_or_default();
                let rest = format!("{operation:<widest$}  {line:>3} │ {code}");
                (
                    step.thread.as_str(),
                    format!("{number:>3} {{arrow}} {{thread}}  {rest}"),
                )
            }
            Row::End(step) => {
                let operation = &step.operation;
                let rest = format!("    {{arrow}} {{thread}}  {FAINT}({operation}){FAINT:#}");
                (step.thread.as_str(), rest)
            }
            Row::Check(thread, operations) => {
                let operations = operations.join(", ");
                let rest = format!("{FAINT}(check: {operations}){FAINT:#}");
                (*thread, format!("    {{arrow}} {{thread}}  {rest}"))
            }
        };
        let arrow = if last.is_some_and(|last| last != thread) {
            '→'
        } else {
            ' '
        };
        last = Some(thread);
        if left_out > 0 && index >= SHOWN / 2 && index < SHOWN / 2 + left_out {
            if index == SHOWN / 2 {
                let _ = writeln!(text, "          … {left_out} lines …");
            }
            continue;
        }
        let padded = format!("{thread:<threads$}");
        let line = rest
            .replacen("{arrow}", &arrow.to_string(), 1)
            .replacen("{thread}", &padded, 1);
        let _ = writeln!(text, "      {}", line.trim_end());
    }
    text
}
