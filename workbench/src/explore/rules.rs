//! The rules that a program asks for itself, in a comment of its own line:
//!
//! ```text
//! // explore: --memory weak --spurious
//! ```
//!
//! They are written as `cargo course explore` takes them.

use super::{Error, Memory, Model, Time};

/// What such a comment begins with.
const BEGIN: &str = "// explore:";

/// The rules under which the program with this text asks to be explored: the usual ones, but for
/// what its comment says.
///
/// # Errors
///
/// If the comment asks for something that there is not.
pub(super) fn read(text: &str) -> Result<Model, Error> {
    let mut model = Model::default();
    for (index, line) in text.lines().enumerate() {
        let Some(words) = line.trim_start().strip_prefix(BEGIN) else {
            continue;
        };
        model = apply(model, words).map_err(|what| Error::Rules {
            what,
            line: index + 1,
        })?;
    }
    Ok(model)
}

/// The model with what the words ask for, or the words that ask for nothing.
fn apply(mut model: Model, words: &str) -> Result<Model, String> {
    let mut words = words.split_whitespace();
    while let Some(word) = words.next() {
        let mut value = || words.next().unwrap_or_default();
        match word {
            "--spurious" => model.spurious_wakeups = true,
            "--memory" => {
                model.memory = match value() {
                    "sc" => Memory::Sc,
                    "weak" => Memory::Weak,
                    other => return Err(format!("--memory {other}")),
                }
            }
            "--time" => {
                model.time = match value() {
                    "anytime" => Time::Anytime,
                    "idle" => Time::Idle,
                    other => return Err(format!("--time {other}")),
                }
            }
            other => return Err(other.to_owned()),
        }
    }
    Ok(model)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_program_that_says_nothing_gets_the_usual_rules() {
        assert_eq!(read("fn main() {}\n").unwrap(), Model::default());
    }

    #[test]
    fn a_comment_asks_for_other_rules() {
        let model = read("use std::thread;\n// explore: --memory weak --time idle\n").unwrap();
        assert_eq!(model.memory, Memory::Weak);
        assert_eq!(model.time, Time::Idle);
        assert!(!model.spurious_wakeups);
        let model = read("  // explore: --spurious\n").unwrap();
        assert!(model.spurious_wakeups);
    }

    #[test]
    fn a_comment_that_is_not_understood_is_an_error() {
        let said = |text| read(text).unwrap_err().to_string();
        assert!(said("\n// explore: --memory strong\n").contains("line 2"));
        assert!(said("// explore: --memory strong\n").contains("`--memory strong`"));
        assert!(said("// explore: weak\n").contains("`weak`"));
    }

    #[test]
    fn other_comments_ask_for_nothing() {
        assert_eq!(
            read("// to explore: --memory weak\n").unwrap(),
            Model::default()
        );
    }
}
