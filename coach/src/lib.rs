//! The exercises of the course: which there are, what was solved, and whether an answer is right.
//!
//! The command line (`cargo course check`, `watch`, `hint` …), the test target of the crate
//! `exercises` and the server use this crate alone; it prints nothing itself.
//!
//! ```no_run
//! # fn main() -> Result<(), coach::Error> {
//! use coach::{Coach, Cancel};
//! use std::path::Path;
//!
//! let coach = Coach::open(Path::new("."))?;
//! for entry in coach.catalogue().entries() {
//!     println!("{}: {:?}", entry.name, coach.state(&entry.name)?);
//! }
//! let verdict = coach.check("running_goodbye", &Cancel::default())?;
//! print!("{}", coach::render::plain(&verdict));
//! # Ok(())
//! # }
//! ```
//!
//! # Layout
//!
//! | module | what is in it |
//! |---|---|
//! | [`catalogue`] | `exercises/catalogue.toml`: chapters, exercises, their order |
//! | `files` | the learner's file, its version, what is kept of it before it is overwritten |
//! | [`progress`] | what was solved: survives a crash at any moment |
//! | `screening` | what an answer must not contain, found before it is compiled |
//! | `building` | an answer and its checks become two programs: one to explore, one to run |
//! | `judging` | what each check says of an answer, in every schedule and on real threads |
//! | `telling` | from a graph of states to a sentence and a schedule on the learner's lines |
//! | `causes` | what lies behind a panic whose own message does not tell |
//! | `waiting` | who waits in the learner's lines, in any state of a graph |
//! | [`verdict`] | the results, as values (serde) |
//! | [`render`] | the results, as text |
//!
//! # What a check is
//!
//! An exercise is a folder `exercises/NAME` with three files: `exercise.rs` is the learner's,
//! `checks.rs` says what is demanded, with the crate `checks`, and `hints.md` helps. The stub that
//! the learner begins with and the solution are in `tests/answers/NAME`.
//! `CONTRIBUTING.md` says how to add one.

mod building;
pub mod catalogue;
mod causes;
mod error;
mod files;
mod hints;
mod judging;
pub mod progress;
pub mod render;
mod screening;
mod telling;
pub mod verdict;
mod waiting;

pub use catalogue::{Catalogue, Chapter, Entry, Level};
pub use error::Error;
pub use files::{Kept, Saved, Text, Version};
pub use progress::State;
pub use verdict::{Answer, Checked, Finding, Verdict};
pub use workbench::Cancel;

use building::{Builder, Source};
use progress::Progress;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};
use verdict::Refusal;

/// The exercises of the course in one folder.
///
/// It is cheap to open and may be shared between threads. What it builds is kept in cargo's target
/// folder, what the learner has done in `exercises/.progress`.
#[derive(Debug)]
pub struct Coach {
    root: PathBuf,
    exercises: PathBuf,
    catalogue: Catalogue,
    progress: Progress,
    builder: Builder,
    /// Whether an answer may use several cores, to be judged sooner.
    hurries: bool,
}

impl Coach {
    /// The exercises of the course that lies at `root`. Nothing is built yet.
    ///
    /// # Errors
    ///
    /// If the catalogue cannot be read.
    pub fn open(root: &Path) -> Result<Coach, Error> {
        Coach::with_workspace(root, root)
    }

    /// The same for a course that has no crates of its own: those in the folder `workspace` are
    /// used.
    ///
    /// # Errors
    ///
    /// As for [`Coach::open`].
    pub fn with_workspace(root: &Path, workspace: &Path) -> Result<Coach, Error> {
        let exercises = root.join("exercises");
        Ok(Coach {
            root: root.to_owned(),
            catalogue: Catalogue::read(&exercises.join("catalogue.toml"))?,
            progress: Progress::new(&exercises.join(".progress")),
            builder: Builder::new(workspace),
            exercises,
            hurries: true,
        })
    }

    /// For whoever judges many answers at once: each uses one core, and nothing is done that may
    /// turn out not to be needed.
    #[must_use]
    pub fn without_hurry(mut self) -> Coach {
        self.hurries = false;
        self
    }

    /// Whether the libraries are there that answers are built with. If not, the first check builds
    /// them, which takes a minute or so.
    pub fn is_ready(&self) -> bool {
        self.builder.is_ready()
    }

    /// All exercises, by chapters, in the order in which they are meant to be solved.
    pub fn catalogue(&self) -> &Catalogue {
        &self.catalogue
    }

    /// The file that the learner edits.
    pub fn path(&self, name: &str) -> Result<PathBuf, Error> {
        self.catalogue.entry(name)?;
        Ok(self.exercises.join(name).join("exercise.rs"))
    }

    /// Where the learner stands with an exercise: a look at its file, nothing is run.
    ///
    /// # Errors
    ///
    /// If there is no such exercise. That its file cannot be read is a state.
    pub fn state(&self, name: &str) -> Result<State, Error> {
        self.catalogue.entry(name)?;
        let solved = self.progress.solved(name)?;
        Ok(match files::read(&self.path(name)?) {
            Err(_) => State::Missing,
            Ok(text) if solved.as_ref() == Some(&self.stamp(name, &text.text)?) => State::Solved,
            Ok(_) if solved.is_some() => State::Changed,
            Ok(text) if text.text == self.stub(name)? => State::Untouched,
            Ok(_) => State::Begun,
        })
    }

    /// The first exercise that is not solved as it stands.
    ///
    /// # Errors
    ///
    /// If the progress cannot be read.
    pub fn next(&self) -> Result<Option<&Entry>, Error> {
        for entry in self.catalogue.entries() {
            if self.state(&entry.name)? != State::Solved {
                return Ok(Some(entry));
            }
        }
        Ok(None)
    }

    /// The learner's file, and its version.
    ///
    /// # Errors
    ///
    /// If there is no such exercise, or its file cannot be read.
    pub fn text(&self, name: &str) -> Result<Text, Error> {
        files::read(&self.path(name)?)
    }

    /// Writes the learner's file, if it still is what it was in `version`. The previous text is
    /// kept.
    ///
    /// # Errors
    ///
    /// If there is no such exercise, or its file cannot be written. That it has changed meanwhile
    /// is no error but [`Saved::Conflict`].
    pub fn save(&self, name: &str, text: &str, version: &Version) -> Result<Saved, Error> {
        let _lock = self.progress.lock()?;
        let path = self.path(name)?;
        let current = files::read(&path)?;
        if current.version != *version {
            return Ok(Saved::Conflict(current));
        }
        self.progress.keep(name, &current.text)?;
        self.progress.write(&path, text)?;
        Ok(Saved::Written(Version::of(text)))
    }

    /// The stub that the learner begins with.
    ///
    /// # Errors
    ///
    /// If it cannot be read.
    pub fn stub(&self, name: &str) -> Result<String, Error> {
        Ok(files::read(&self.answers(name)?.join("stub.rs"))?.text)
    }

    /// Puts the stub back in place of the learner's file, and says where the previous text is kept:
    /// nowhere if there was none, or if it was the stub.
    ///
    /// # Errors
    ///
    /// If there is no such exercise, or a file cannot be written.
    pub fn reset(&self, name: &str) -> Result<Option<Kept>, Error> {
        let _lock = self.progress.lock()?;
        let path = self.path(name)?;
        let stub = self.stub(name)?;
        let kept = match files::read(&path) {
            Ok(current) if current.text == stub => return Ok(None),
            Ok(current) => Some(self.progress.keep(name, &current.text)?),
            Err(_) if !path.exists() => None,
            // It is there and cannot be read as text: it must not be lost.
            Err(error) => return Err(error),
        };
        self.progress.write(&path, &stub)?;
        Ok(kept)
    }

    /// Hints, from a nudge to nearly there, as Markdown.
    ///
    /// # Errors
    ///
    /// If there is no such exercise, or its hints cannot be read.
    pub fn hints(&self, name: &str) -> Result<Vec<String>, Error> {
        self.catalogue.entry(name)?;
        let text = files::read(&self.exercises.join(name).join("hints.md"))?.text;
        Ok(hints::split(&text))
    }

    /// One right answer. Whether the learner may see it yet is for the caller to decide: see
    /// [`Coach::was_solved`].
    ///
    /// # Errors
    ///
    /// If there is no such exercise, or the file cannot be read.
    pub fn solution(&self, name: &str) -> Result<String, Error> {
        Ok(files::read(&self.answers(name)?.join("solution.rs"))?.text)
    }

    /// Whether an exercise was ever solved, whatever its file holds now.
    ///
    /// # Errors
    ///
    /// If there is no such exercise, or the progress cannot be read.
    pub fn was_solved(&self, name: &str) -> Result<bool, Error> {
        self.catalogue.entry(name)?;
        Ok(self.progress.solved(name)?.is_some())
    }

    /// Judges the learner's file, and remembers if it is solved. What is known to be solved is not
    /// run again.
    ///
    /// # Errors
    ///
    /// If there is no such exercise, or if it cannot be judged for a reason that has nothing to do
    /// with the answer. A wrong answer is no error.
    pub fn check(&self, name: &str, cancel: &Cancel) -> Result<Verdict, Error> {
        let text = self.text(name)?.text;
        let stamp = self.stamp(name, &text)?;
        if self.progress.solved(name)?.as_ref() == Some(&stamp) {
            return Ok(Verdict {
                exercise: name.to_owned(),
                version: Version::of(&text),
                solved: true,
                remembered: true,
                seconds: 0.0,
                answer: Answer::Checked(Vec::new()),
            });
        }
        let verdict = self.check_text(name, &text, cancel)?;
        if verdict.solved {
            self.progress.set_solved(name, &stamp)?;
        }
        Ok(verdict)
    }

    /// Judges a text as if it were in the learner's file, and remembers nothing.
    ///
    /// # Errors
    ///
    /// As for [`Coach::check`].
    pub fn check_text(&self, name: &str, text: &str, cancel: &Cancel) -> Result<Verdict, Error> {
        let start = Instant::now();
        let answer = match self.screen(name, text)? {
            Some(refusal) => Answer::Refused(refusal),
            None => {
                let checks = self.checks(name)?;
                let source = source(name, text, &checks);
                judging::judge(&self.builder, &source, self.hurries, cancel)?.into()
            }
        };
        Ok(verdict(name, text, answer, start.elapsed()))
    }

    /// Judges many texts, as [`Coach::check_text`] does each of them. They are built together,
    /// which takes a fraction of the time.
    ///
    /// # Errors
    ///
    /// As for [`Coach::check`]. What goes wrong with one of them alone is its own error.
    pub fn check_all(
        &self,
        name: &str,
        texts: &[&str],
        cancel: &Cancel,
    ) -> Result<Vec<Result<Verdict, Error>>, Error> {
        let start = Instant::now();
        let checks = self.checks(name)?;
        let screened: Result<Vec<_>, Error> =
            texts.iter().map(|text| self.screen(name, text)).collect();
        let screened = screened?;
        let sources = texts.iter().zip(&screened);
        let sources: Vec<Source<'_>> = sources
            .filter(|(_, refusal)| refusal.is_none())
            .map(|(text, _)| source(name, text, &checks))
            .collect();
        let mut judged = judging::judge_all(&self.builder, &sources, cancel)?.into_iter();
        let share = start.elapsed() / u32::try_from(texts.len().max(1)).unwrap_or(u32::MAX);
        let verdicts = texts.iter().zip(screened).map(|(text, refusal)| {
            let answer = match refusal {
                Some(refusal) => Answer::Refused(refusal),
                None => judged.next().expect("each source was judged")?.into(),
            };
            Ok(verdict(name, text, answer, share))
        });
        Ok(verdicts.collect())
    }

    /// Whether something is in a text that makes it not worth a look.
    fn screen(&self, name: &str, text: &str) -> Result<Option<Refusal>, Error> {
        let entry = self.catalogue.entry(name)?;
        let refusal = screening::screen(text, entry.allows_unsafe, &entry.forbids);
        Ok(refusal)
    }

    /// What an exercise demands: the file `checks.rs`.
    ///
    /// # Errors
    ///
    /// If there is no such exercise, or the file cannot be read.
    pub fn checks(&self, name: &str) -> Result<String, Error> {
        self.catalogue.entry(name)?;
        Ok(files::read(&self.exercises.join(name).join("checks.rs"))?.text)
    }

    fn answers(&self, name: &str) -> Result<PathBuf, Error> {
        self.catalogue.entry(name)?;
        Ok(self.root.join("tests/answers").join(name))
    }

    /// What a solved answer is remembered by: its own text, and what was demanded of it.
    fn stamp(&self, name: &str, text: &str) -> Result<Version, Error> {
        Ok(Version::of_all(&[text, &self.checks(name)?]))
    }
}

fn source<'a>(name: &'a str, text: &'a str, checks: &'a str) -> Source<'a> {
    Source { name, text, checks }
}

fn verdict(name: &str, text: &str, answer: Answer, time: Duration) -> Verdict {
    Verdict {
        exercise: name.to_owned(),
        version: Version::of(text),
        solved: answer.is_right(),
        remembered: false,
        seconds: time.as_secs_f64(),
        answer,
    }
}

impl From<Result<Vec<Checked>, Refusal>> for Answer {
    fn from(judged: Result<Vec<Checked>, Refusal>) -> Answer {
        match judged {
            Ok(checked) => Answer::Checked(checked),
            Err(refusal) => Answer::Refused(refusal),
        }
    }
}

/// Whether an answer was turned away before any check, and why.
impl Answer {
    /// Whether every check has passed.
    pub fn is_right(&self) -> bool {
        match self {
            Answer::Refused(_) => false,
            Answer::Checked(checks) => checks.iter().all(|check| check.finding.is_pass()),
        }
    }

    /// Why it was turned away before any check, if it was.
    pub fn refusal(&self) -> Option<&Refusal> {
        match self {
            Answer::Refused(refusal) => Some(refusal),
            Answer::Checked(_) => None,
        }
    }
}
