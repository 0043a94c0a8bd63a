//! Runs a program that explores itself, within limits: it is confined like any other program.

use super::build::Program;
use super::source::Source;
use super::{Error, Question};
use crate::{Cancel, Ending, Event, Limits};
use interleave_request::Merging;
use interleave_request::{Progress, Request};
use std::path::Path;
use std::time::Duration;

/// How much longer than its own limits the process may take.
const GRACE: Duration = Duration::from_secs(20);

/// How many bytes it may take: a search remembers every state.
pub(super) const MEMORY: u64 = 4 << 30;

/// How many bytes its answer may have.
const ANSWER: usize = 256 << 20;

/// What the program is asked.
pub(super) fn request(program: &Program, source: &Source, question: &Question) -> Request {
    let mut model = question.model;
    if model.merging != Merging::Never {
        model.merging =
            match source.is_unsafe || program.tells_of_memory || program.listings_are_unsafe {
                true => Merging::History,
                false => Merging::Values,
            };
    }
    let names = source.names.iter();
    Request {
        model,
        limits: question.limits,
        sees_memory: program.tells_of_memory,
        memory: source.memory.clone(),
        names: names
            .map(|(&(line, column), names)| (line, column, names.clone()))
            .collect(),
        library: program.library.clone(),
    }
}

/// Runs `program`, which may take so much `memory`, and returns its answer. It finds the shared
/// `libraries` of the compiler.
pub(super) fn run(
    program: &Program,
    libraries: &Path,
    request: &Request,
    memory: u64,
    mut progress: impl FnMut(Progress),
    cancel: &Cancel,
) -> Result<String, Error> {
    let limits = Limits {
        time: request.limits.time + request.limits.silence * 2 + GRACE,
        output: ANSWER,
        memory,
        ..Limits::default()
    };
    let mut job = program.job(&limits);
    job.readable.push(libraries.to_owned());
    job.input = serde_json::to_vec(request).map_err(|error| Error::Answer(error.to_string()))?;
    let (mut answer, mut said) = (String::new(), Said::default());
    let mut ended = None;
    job.run(cancel, |event| match event {
        Event::Start => {}
        Event::Stdout { text } => answer.push_str(&text),
        Event::Stderr { text } => said.add(&text, &mut progress),
        Event::End { ending, .. } => ended = Some(ending),
    })?;
    match ended.expect("it is the last event") {
        Ending::Exited(0) => Ok(answer),
        Ending::Cancelled => Err(Error::Cancelled),
        ending => Err(Error::Broken {
            why: describe(ending, &limits, &said.finish()),
        }),
    }
}

/// What it says besides its answer: how far it has come, and what went wrong.
#[derive(Default)]
struct Said {
    begun: String,
    wrong: String,
}

impl Said {
    fn add(&mut self, text: &str, progress: &mut impl FnMut(Progress)) {
        self.begun.push_str(text);
        while let Some((line, rest)) = self.begun.split_once('\n') {
            match serde_json::from_str(line) {
                Ok(line) => progress(line),
                Err(_) => self.wrong = format!("{}{line}\n", self.wrong),
            }
            self.begun = rest.to_owned();
        }
    }

    fn finish(self) -> String {
        self.wrong + &self.begun
    }
}

/// Why there is no answer.
fn describe(ending: Ending, limits: &Limits, said: &str) -> String {
    let said = said.trim();
    match ending {
        Ending::Signalled(11 | 7) => {
            "a thread of it has used up its stack of 2 MiB (a recursion without an end?) \
             or has touched memory that is not its own"
                .to_owned()
        }
        Ending::Signalled(6) => format!("its process was aborted: {said}"),
        Ending::Exited(status) => format!("its process ended with status {status}: {said}"),
        Ending::TimedOut => format!(
            "it did not end within {:?}; lower --max-states or --max-time",
            limits.time
        ),
        Ending::TookTooMuchMemory => format!(
            "it took more than {} MiB of memory; make it smaller, or lower --max-states",
            limits.memory >> 20
        ),
        ending => format!("its process {}", ending.explain(limits).unwrap_or_default()),
    }
}
