//! The five ways of comparing what was printed with what is recorded.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use chapters::Mode;
use regex::Regex;
use snapbox::Data;
use snapbox::report::{Palette, write_diff};

/// The line between two texts of which one was printed.
const OR: &str = "-- or --\n";

/// A line of a difference is shown as far as this many characters.
const LONG_LINE: usize = 400;

/// What a pattern may contain besides `...` (any number of lines) and `[..]` (anything within a
/// line), and the regular expression that it stands for.
const PLACEHOLDERS: [(&str, &str); 3] = [
    ("[NUMBER]", r"[0-9]+(?:[.,_][0-9]+)*"),
    ("[DURATION]", r"[0-9]+(?:\.[0-9]+)?(?:ns|µs|us|ms|s|m)"),
    ("[ADDRESS]", r"0x[0-9a-f]+"),
];

/// Compares what was printed with what is recorded.
///
/// # Errors
///
/// What is different, for a person to read.
pub fn compare(mode: Mode, recorded: &str, printed: &str) -> Result<(), String> {
    match mode {
        Mode::Exact => diff(recorded, printed),
        Mode::Unordered => diff(&sorted(recorded), &sorted(printed)),
        Mode::Pattern if pattern(recorded).is_match(printed) => Ok(()),
        Mode::Pattern => Err(difference(recorded, printed)),
        Mode::Measured => diff(&form(recorded), &form(printed)),
        Mode::OneOf if alternatives(recorded).any(|text| text == printed) => Ok(()),
        Mode::OneOf => Err(not_one_of(recorded, printed)),
    }
}

/// The text with every duration, and every other number, replaced by a word. How wide a number
/// is printed is no part of the form.
fn form(text: &str) -> String {
    let text = draft_pattern(text);
    let number = Regex::new(&format!(" *{}", PLACEHOLDERS[0].1)).expect("it is a constant");
    let text = number.replace_all(&text, " [NUMBER]");
    let duration = Regex::new(r" *\[DURATION\]").expect("it is a constant");
    duration.replace_all(&text, " [DURATION]").into_owned()
}

fn sorted(text: &str) -> String {
    let mut lines: Vec<&str> = text.split_inclusive('\n').collect();
    lines.sort_unstable();
    lines.concat()
}

fn diff(recorded: &str, printed: &str) -> Result<(), String> {
    if recorded == printed {
        return Ok(());
    }
    let mut difference = String::new();
    write_diff(
        &mut difference,
        &Data::text(shortened(recorded)),
        &Data::text(shortened(printed)),
        Some(&"recorded"),
        Some(&"printed"),
        Palette::plain(),
    )
    .expect("to memory");
    Err(difference)
}

/// The text without the ends of lines that nobody would read, such as the one line of a graph.
fn shortened(text: &str) -> String {
    let mut short = String::with_capacity(text.len().min(4096));
    for line in text.split_inclusive('\n') {
        match line.char_indices().nth(LONG_LINE) {
            None => short.push_str(line),
            Some((end, _)) => {
                let left = line.trim_end().len().saturating_sub(end);
                writeln!(short, "{} … and {left} bytes more", &line[..end]).expect("to memory");
            }
        }
    }
    short
}

/// The difference as lines with `-` and `+`, even where the mode would allow it.
fn difference(recorded: &str, printed: &str) -> String {
    match diff(recorded, printed) {
        Ok(()) => "the text is the pattern itself, which matches something else".to_owned(),
        Err(difference) => difference,
    }
}

fn not_one_of(recorded: &str, printed: &str) -> String {
    let known = alternatives(recorded).count();
    let shown = if printed.is_empty() {
        "(nothing)\n"
    } else {
        printed
    };
    format!("this is none of the {known} recorded texts:\n{shown}")
}

/// The texts of a record that is a set.
pub fn alternatives(recorded: &str) -> impl Iterator<Item = &str> {
    recorded.split(OR)
}

/// The record of a set of texts.
#[must_use]
pub fn one_of(texts: &BTreeSet<String>) -> String {
    let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
    texts.join(OR)
}

/// The first draft of a pattern: what differs from run to run in any case is replaced.
#[must_use]
pub fn draft_pattern(printed: &str) -> String {
    let (placeholder, expression) = PLACEHOLDERS[1];
    let duration = Regex::new(&format!(r"\b{expression}\b")).expect("it is a constant");
    duration.replace_all(printed, placeholder).into_owned()
}

fn pattern(recorded: &str) -> Regex {
    let mut expression = r"\A".to_owned();
    for line in recorded.split_inclusive('\n') {
        match line {
            "...\n" | "..." => expression.push_str("(?:.*\n)*"),
            line => expression.push_str(&line_pattern(line)),
        }
    }
    expression.push_str(r"\z");
    Regex::new(&expression).expect("every text is escaped")
}

fn line_pattern(line: &str) -> String {
    let mut expression = regex::escape(line).replace(&regex::escape("[..]"), ".*");
    for (placeholder, meaning) in PLACEHOLDERS {
        expression = expression.replace(&regex::escape(placeholder), meaning);
    }
    expression
}

#[cfg(test)]
mod tests {
    use super::*;

    fn accepts(mode: Mode, recorded: &str, printed: &str) -> bool {
        compare(mode, recorded, printed).is_ok()
    }

    #[test]
    fn exact_means_every_byte() {
        assert!(accepts(Mode::Exact, "a\nb\n", "a\nb\n"));
        assert!(!accepts(Mode::Exact, "a\nb\n", "a\nb"));
        assert!(!accepts(Mode::Exact, "a\nb\n", "b\na\n"));
        assert!(!accepts(Mode::Exact, "[..]\n", "a\n"));
    }

    #[test]
    fn a_difference_shows_both_texts() {
        let difference = compare(Mode::Exact, "one\n", "two\n").unwrap_err();
        assert!(
            difference.contains("one") && difference.contains("two"),
            "{difference}"
        );
    }

    #[test]
    fn a_difference_in_a_very_long_line_is_not_shown_whole() {
        let long = |end: &str| format!("{}{end}\n", "ä".repeat(100_000));
        let difference = compare(Mode::Exact, &long("one"), &long("two")).unwrap_err();
        assert!(difference.len() < 5_000, "{} bytes", difference.len());
        assert!(difference.contains("bytes more"), "{difference}");
    }

    #[test]
    fn unordered_counts_lines() {
        assert!(accepts(Mode::Unordered, "a\nb\n", "b\na\n"));
        assert!(!accepts(Mode::Unordered, "a\nb\n", "b\na\na\n"));
        assert!(!accepts(Mode::Unordered, "a\nb\n", "a\n"));
    }

    #[test]
    fn one_of_knows_every_text_and_no_other() {
        let recorded = "1\n-- or --\n2\n3\n";
        assert!(accepts(Mode::OneOf, recorded, "1\n"));
        assert!(accepts(Mode::OneOf, recorded, "2\n3\n"));
        assert!(!accepts(Mode::OneOf, recorded, "2\n"));
        assert!(!accepts(Mode::OneOf, recorded, ""));
        let texts = BTreeSet::from(["2\n3\n".to_owned(), "1\n".to_owned()]);
        assert_eq!(one_of(&texts), recorded);
    }

    #[test]
    fn a_pattern_replaces_what_it_names_and_nothing_else() {
        assert!(accepts(
            Mode::Pattern,
            "3 took [DURATION]\n",
            "3 took 1.5ms\n"
        ));
        assert!(!accepts(
            Mode::Pattern,
            "3 took [DURATION]\n",
            "4 took 1.5ms\n"
        ));
        assert!(!accepts(
            Mode::Pattern,
            "3 took [DURATION]\n",
            "3 took long\n"
        ));
        assert!(accepts(
            Mode::Pattern,
            "[NUMBER] (of 3)\n",
            "12_000 (of 3)\n"
        ));
        assert!(accepts(Mode::Pattern, "a[..]d\n", "abcd\n"));
        assert!(!accepts(Mode::Pattern, "a[..]d\n", "ab\ncd\n"));
        assert!(accepts(Mode::Pattern, "a\n...\nd\n", "a\nb\nc\nd\n"));
        assert!(accepts(Mode::Pattern, "a\n...\nd\n", "a\nd\n"));
        assert!(!accepts(Mode::Pattern, "a\n...\nd\n", "a\nb\n"));
        assert!(!accepts(Mode::Pattern, "a.c\n", "abc\n"));
    }

    #[test]
    fn a_measurement_has_a_form() {
        let recorded = "cores: 2\n10000 threads in 839ms, 1.0 times\n";
        assert!(accepts(
            Mode::Measured,
            recorded,
            "cores: 16\n10000 threads in 1.2s, 3.12 times\n"
        ));
        assert!(!accepts(
            Mode::Measured,
            recorded,
            "cores: 2\n10000 tasks in 839ms, 1.0 times\n"
        ));
        assert!(!accepts(
            Mode::Measured,
            recorded,
            "cores: many\n10000 threads in 1s, 1.0 times\n"
        ));
    }

    #[test]
    fn a_draft_matches_what_it_was_made_from() {
        let printed = "3 readers took 12.5ms, then 1s\n";
        let draft = draft_pattern(printed);
        assert_eq!(draft, "3 readers took [DURATION], then [DURATION]\n");
        assert!(accepts(Mode::Pattern, &draft, printed));
    }
}
