//! `list`: the exercises, by chapters, and what is solved.

use super::exercises;
use crate::root::Root;
use anstyle::{AnsiColor, Style};
use coach::{Coach, Entry, State};
use serde::Serialize;
use std::fmt::Write as _;
use std::process::ExitCode;

const SOLVED: Style = AnsiColor::Green.on_default();
const BEGUN: Style = AnsiColor::Yellow.on_default();
const FAINT: Style = Style::new().dimmed();
const STRONG: Style = Style::new().bold();

/// The arguments of `list`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// Print the list as JSON.
    #[arg(long)]
    json: bool,
}

/// One exercise as JSON.
#[derive(Serialize)]
struct Line<'a> {
    #[serde(flatten)]
    entry: &'a Entry,
    chapter: &'a str,
    state: State,
}

/// Lists the exercises.
///
/// # Errors
///
/// When the catalogue or the progress cannot be read.
pub fn run(args: Args, root: &Root) -> anyhow::Result<ExitCode> {
    let coach = exercises::coach(root)?;
    if args.json {
        anstream::println!("{}", serde_json::to_string_pretty(&lines(&coach)?)?);
    } else {
        let width = crossterm::terminal::size().map_or(80, |(columns, _)| usize::from(columns));
        anstream::print!("{}", text(&coach, width)?);
    }
    Ok(ExitCode::SUCCESS)
}

fn lines(coach: &Coach) -> Result<Vec<Line<'_>>, coach::Error> {
    let mut lines = Vec::new();
    for chapter in &coach.catalogue().chapters {
        for entry in &chapter.exercises {
            lines.push(Line {
                entry,
                chapter: &chapter.title,
                state: coach.state(&entry.name)?,
            });
        }
    }
    Ok(lines)
}

/// The list as text that fits into so many columns.
///
/// # Errors
///
/// When the progress cannot be read.
pub fn text(coach: &Coach, columns: usize) -> Result<String, coach::Error> {
    let lines = lines(coach)?;
    let widest = lines
        .iter()
        .map(|line| line.entry.name.len())
        .max()
        .unwrap_or(0);
    let mut text = String::new();
    let mut chapter = "";
    for line in &lines {
        if line.chapter != chapter {
            chapter = line.chapter;
            let _ = writeln!(text, "{STRONG}{chapter}{STRONG:#}");
        }
        let Entry {
            name, title, level, ..
        } = line.entry;
        let (style, mark) = mark(line.state);
        let _ = write!(text, "  {style}{mark} {name:<widest$}{style:#}");
        let room = columns.saturating_sub(widest + 16);
        if title.chars().count() <= room {
            let _ = write!(text, "  {FAINT}{level:<8}{FAINT:#} {title}");
        }
        text.truncate(text.trim_end().len());
        text.push('\n');
    }
    let solved = lines
        .iter()
        .filter(|line| line.state == State::Solved)
        .count();
    text += &bar(solved, lines.len(), columns);
    Ok(text)
}

fn mark(state: State) -> (Style, &'static str) {
    match state {
        State::Solved => (SOLVED, "✓"),
        State::Changed => (BEGUN, "!"),
        State::Begun => (BEGUN, "…"),
        State::Missing => (BEGUN, "?"),
        State::Untouched => (Style::new(), "·"),
    }
}

/// How much is solved: a bar with the numbers, or the numbers alone where there is no room.
pub fn bar(solved: usize, all: usize, columns: usize) -> String {
    let numbers = format!("{solved}/{all}");
    let room = columns.min(72).saturating_sub(numbers.len() + 4);
    if room < 20 {
        return format!("{numbers}\n");
    }
    let full = (room * solved).checked_div(all).unwrap_or(0);
    let (done, open) = ("█".repeat(full), "░".repeat(room - full));
    format!("{SOLVED}{done}{SOLVED:#}{FAINT}{open}{FAINT:#} {numbers}\n")
}

#[cfg(test)]
mod tests {
    use super::bar;

    #[test]
    fn where_there_is_no_room_the_bar_is_two_numbers() {
        assert_eq!(bar(12, 94, 20), "12/94\n");
        assert!(bar(12, 94, 80).contains("█"));
        assert!(!bar(0, 0, 80).contains("█"));
    }
}
