//! `watch`: checks an exercise again at every save.
//!
//! | module | what is in it |
//! |---|---|
//! | [`session`] | what each key and each event means; knows no terminal |
//! | [`keys`] | the keyboard: single keys on a terminal, lines elsewhere |
//! | [`screen`] | what is shown: a cleared screen on a terminal, plain text elsewhere |

mod keys;
mod screen;
mod session;

use super::exercises;
use crate::root::Root;
use anyhow::Context;
use coach::{Cancel, Coach};
use notify::{EventKind, RecursiveMode, Watcher};
use screen::Screen;
use session::{Order, Session};
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;
use std::time::Duration;

/// The arguments of `watch`.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Keys: n next, h hint (again: more), l list, c check all, r run again, x reset (asks), q quit.
Where standard input is no terminal, each line of it is such a key.")]
pub struct Args {
    /// The exercise to begin with; the next one that is not solved if none is given.
    name: Option<String>,
}

/// Something that has happened.
enum Event {
    Key(char),
    /// The screen has another size.
    Resized,
    Saved(PathBuf),
    Checked(session::Checked),
    CheckedAll(Result<(usize, usize), coach::Error>),
}

/// A save often comes as several events.
const QUIET: Duration = Duration::from_millis(15);

/// Watches until the learner has enough.
///
/// # Errors
///
/// When there is no such exercise, or files cannot be watched.
pub fn run(args: Args, root: &Root) -> anyhow::Result<ExitCode> {
    let coach = Arc::new(exercises::coach(root)?);
    let name = match &args.name {
        Some(name) => coach.catalogue().entry(name)?.name.clone(),
        None => session::first(&coach)?,
    };
    let (send, events) = channel();
    let _watcher = watch_files(root, send.clone())?;
    let _keyboard = keys::listen(send.clone());
    let mut screen = Screen::new();
    let mut session = Session::new(Arc::clone(&coach), name);
    let mut worker = Worker {
        coach,
        send,
        cancel: Cancel::default(),
    };
    let mut order = session.check();
    loop {
        match order {
            Order::Quit => return Ok(ExitCode::SUCCESS),
            Order::Nothing => {}
            Order::Show(text) => screen.show(&text)?,
            Order::Check { name, round, text } => {
                screen.show(&text)?;
                worker.check(name, round);
            }
            Order::CheckAll(text) => {
                screen.show(&text)?;
                worker.check_all();
            }
        }
        order = session.take(next(&events, &session)?, screen.columns());
    }
}

/// The next event. Saves that follow at once on a save of the same file are one with it.
fn next(events: &Receiver<Event>, session: &Session) -> anyhow::Result<Event> {
    loop {
        let event = events.recv().context("failed to wait for keys and files")?;
        match &event {
            Event::Saved(path) if !session.is_about(path) => {}
            Event::Saved(_) => {
                let mut waiting = None;
                while let Ok(more) = events.recv_timeout(QUIET) {
                    if !matches!(more, Event::Saved(_)) {
                        waiting = Some(more);
                        break;
                    }
                }
                return Ok(waiting.unwrap_or(event));
            }
            _ => return Ok(event),
        }
    }
}

fn watch_files(root: &Root, send: Sender<Event>) -> anyhow::Result<impl Watcher> {
    let mut watcher = notify::recommended_watcher(move |event: notify::Result<notify::Event>| {
        let Ok(event) = event else { return };
        if matches!(event.kind, EventKind::Access(_)) {
            return;
        }
        for path in event.paths {
            // Whoever listened has gone: there is nothing to do any more.
            let _ = send.send(Event::Saved(path));
        }
    })
    .context("failed to watch the exercises")?;
    watcher
        .watch(&root.path().join("exercises"), RecursiveMode::Recursive)
        .context("failed to watch the exercises")?;
    Ok(watcher)
}

/// Checks on threads of its own. A new order stops the one before.
struct Worker {
    coach: Arc<Coach>,
    send: Sender<Event>,
    cancel: Cancel,
}

impl Worker {
    fn check(&mut self, name: String, round: u64) {
        let (coach, send, cancel) = self.begin();
        thread::spawn(move || {
            let result = coach.check(&name, &cancel);
            let _ = send.send(Event::Checked(session::Checked { round, result }));
        });
    }

    fn check_all(&mut self) {
        let (coach, send, cancel) = self.begin();
        thread::spawn(move || {
            let mut counts = (0, 0);
            for entry in coach.catalogue().entries() {
                counts.1 += 1;
                match coach.check(&entry.name, &cancel) {
                    Ok(verdict) => counts.0 += usize::from(verdict.solved),
                    Err(error) => {
                        let _ = send.send(Event::CheckedAll(Err(error)));
                        return;
                    }
                }
            }
            let _ = send.send(Event::CheckedAll(Ok(counts)));
        });
    }

    fn begin(&mut self) -> (Arc<Coach>, Sender<Event>, Cancel) {
        self.cancel.cancel();
        self.cancel = Cancel::default();
        (
            Arc::clone(&self.coach),
            self.send.clone(),
            self.cancel.clone(),
        )
    }
}
