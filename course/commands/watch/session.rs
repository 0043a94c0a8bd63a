//! What each key and each event means. Knows no terminal.

use super::Event;
use crate::commands::{exercises, list};
use anstyle::{AnsiColor, Style};
use coach::{Coach, Error, Verdict, render};
use std::path::Path;
use std::sync::Arc;

const FAINT: Style = Style::new().dimmed();
const GOOD: Style = AnsiColor::Green.on_default();
const BAD: Style = AnsiColor::Red.on_default().bold();

const KEYS: &str = "n next · h hint · l list · c check all · r run · x reset · q quit";

/// What came of a check.
pub struct Checked {
    /// The number of the order: what an older one has found is of no interest any more.
    pub round: u64,
    pub result: Result<Verdict, Error>,
}

/// What is to be done now.
pub enum Order {
    Nothing,
    Show(String),
    Check {
        name: String,
        round: u64,
        text: String,
    },
    CheckAll(String),
    Quit,
}

/// Where the learner stands.
pub struct Session {
    coach: Arc<Coach>,
    name: String,
    round: u64,
    /// How many hints were asked for.
    hints: usize,
    /// Whether the next key answers whether to reset.
    asked: bool,
    /// What the latest check has said.
    said: String,
}

/// The exercise to begin with: the next one that is not solved, or else the first.
pub fn first(coach: &Coach) -> anyhow::Result<String> {
    let next = match coach.next()? {
        Some(next) => Some(next),
        None => coach.catalogue().entries().next(),
    };
    match next {
        Some(entry) => Ok(entry.name.clone()),
        None => anyhow::bail!("there are no exercises"),
    }
}

impl Session {
    pub fn new(coach: Arc<Coach>, name: String) -> Session {
        Session {
            coach,
            name,
            round: 0,
            hints: 0,
            asked: false,
            said: String::new(),
        }
    }

    /// Whether a file is the one that is being worked on.
    pub fn is_about(&self, file: &Path) -> bool {
        let folder = file.parent().and_then(Path::file_name);
        folder.is_some_and(|folder| folder == self.name.as_str())
            && file
                .file_name()
                .is_some_and(|file| file == "exercise.rs" || file == "checks.rs")
    }

    /// What an event leads to, on a screen of so many columns.
    pub fn take(&mut self, event: Event, columns: usize) -> Order {
        match event {
            Event::Key(key) => self.key(key, columns),
            Event::Resized => self.show(&self.said),
            Event::Saved(_) => self.check(),
            Event::Checked(checked) => self.checked(checked),
            Event::CheckedAll(counts) => self.checked_all(counts),
        }
    }

    /// Checks the exercise as it stands.
    pub fn check(&mut self) -> Order {
        self.round += 1;
        self.asked = false;
        Order::Check {
            name: self.name.clone(),
            round: self.round,
            text: match self.coach.is_ready() {
                true => format!("{FAINT}checking {} …{FAINT:#}\n", self.name),
                false => "building what answers are checked with; this happens once …\n".to_owned(),
            },
        }
    }

    fn key(&mut self, key: char, columns: usize) -> Order {
        if std::mem::take(&mut self.asked) {
            return match key {
                'y' => self.reset(),
                _ => self.show(&format!("{}\nNothing was reset.\n", self.said)),
            };
        }
        match key {
            'q' => Order::Quit,
            'n' => self.next(),
            'h' => self.hint(),
            'r' => self.check(),
            'l' => match list::text(&self.coach, columns) {
                Ok(text) => self.show(&text),
                Err(error) => self.fail(&error),
            },
            'c' => {
                self.round += 1;
                Order::CheckAll(format!("{FAINT}checking all …{FAINT:#}\n"))
            }
            'x' => {
                self.asked = true;
                let name = &self.name;
                let ask = format!("Begin {name} anew? What you have is kept. y yes, other keys no");
                Order::Show(format!("{}\n{ask}\n", self.said))
            }
            _ => Order::Nothing,
        }
    }

    fn checked(&mut self, checked: Checked) -> Order {
        if checked.round != self.round {
            return Order::Nothing;
        }
        self.said = match checked.result {
            Err(Error::Cancelled) => return Order::Nothing,
            Err(error) => format!("{BAD}error{BAD:#}: {error}\n"),
            Ok(verdict) => {
                let leads_on = match verdict.solved {
                    true => format!("\n{GOOD}Solved.{GOOD:#} n leads on.\n"),
                    false => format!("\nedit exercises/{}/exercise.rs\n", self.name),
                };
                self.task() + &render::coloured(&verdict) + &leads_on
            }
        };
        self.show(&self.said)
    }

    /// The task, as long as nothing has been done about it.
    fn task(&self) -> String {
        let is_fresh = matches!(self.coach.state(&self.name), Ok(coach::State::Untouched));
        match exercises::task(&self.name, &self.coach) {
            Ok(task) if is_fresh => format!("{task}\n\n"),
            _ => String::new(),
        }
    }

    fn checked_all(&self, counts: Result<(usize, usize), Error>) -> Order {
        match counts {
            Err(Error::Cancelled) => Order::Nothing,
            Err(error) => self.fail(&error),
            Ok((solved, all)) => self.show(&format!("{solved} of {all} are solved.\n")),
        }
    }

    /// Goes on to the next exercise that is not solved: after this one, or else from the beginning.
    fn next(&mut self) -> Order {
        let names: Vec<&str> = self
            .coach
            .catalogue()
            .entries()
            .map(|entry| entry.name.as_str())
            .collect();
        let here = names
            .iter()
            .position(|name| *name == self.name)
            .unwrap_or(0);
        let others = names[here + 1..].iter().chain(&names[..here]);
        let open = |name: &&&str| {
            let state = self.coach.state(name);
            state.is_ok_and(|state| state != coach::State::Solved)
        };
        match others.into_iter().find(open).map(|name| (*name).to_owned()) {
            Some(next) => {
                self.name = next;
                self.hints = 0;
                self.check()
            }
            None => self.show("All other exercises are solved.\n"),
        }
    }

    fn hint(&mut self) -> Order {
        match self.coach.hints(&self.name) {
            Err(error) => self.fail(&error),
            Ok(hints) => {
                self.hints = (self.hints + 1).min(hints.len());
                let shown = hints[..self.hints].join("\n\n");
                let more = match self.hints < hints.len() {
                    true => format!("\n{FAINT}h: the next hint{FAINT:#}\n"),
                    false => String::new(),
                };
                self.show(&format!("{}\n{shown}\n{more}", self.said))
            }
        }
    }

    fn reset(&mut self) -> Order {
        match self.coach.reset(&self.name) {
            Err(error) => self.fail(&error),
            Ok(kept) => {
                let kept = kept.map(|kept| format!("What you had is in {}.\n", kept.0.display()));
                self.hints = 0;
                // The file was changed: the check of it follows by itself. It is ordered here all
                // the same, for where files are not watched well.
                match self.check() {
                    Order::Check { name, round, text } => Order::Check {
                        name,
                        round,
                        text: kept.unwrap_or_default() + &text,
                    },
                    order => order,
                }
            }
        }
    }

    fn show(&self, text: &str) -> Order {
        let name = &self.name;
        Order::Show(format!("{text}\n{FAINT}{name} · {KEYS}{FAINT:#}\n"))
    }

    fn fail(&self, error: &Error) -> Order {
        self.show(&format!("{BAD}error{BAD:#}: {error}\n"))
    }
}
