//! Runs a program that explores itself, within limits.

use super::build::Program;
use super::source::Source;
use super::{Error, Question};
use interleave_request::Merging;
use interleave_request::{Progress, Request};
use std::io::{BufRead, BufReader, Read, Write};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::thread;
use std::time::{Duration, Instant};

/// How much longer than its own limits the process may take.
const GRACE: Duration = Duration::from_secs(20);

/// Runs `program` and returns its answer.
pub(super) fn run(
    program: &Program,
    source: &Source,
    question: &Question,
    progress: impl FnMut(Progress),
) -> Result<String, Error> {
    let request = serde_json::to_vec(&request(program, source, question))
        .map_err(|error| Error::Answer(error.to_string()))?;
    let mut child = Command::new(&program.executable)
        .env_clear()
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .map_err(|error| Error::Start {
            program: program.executable.display().to_string(),
            error,
        })?;
    if let Some(mut stdin) = child.stdin.take() {
        // A child that ended early is noticed by its status.
        let _ = stdin.write_all(&request);
    }
    let limit = question.limits.time + question.limits.silence * 2 + GRACE;
    let (answer, said, status) = listen(child, limit, progress)?;
    match status {
        Some(status) if status.success() => Ok(answer),
        Some(status) => Err(Error::Broken {
            why: describe(status, &said),
        }),
        None => Err(Error::Broken {
            why: format!("it did not end within {limit:?}; lower --max-states or --max-time"),
        }),
    }
}

fn request(program: &Program, source: &Source, question: &Question) -> Request {
    let mut model = question.model;
    if model.merging != Merging::Never {
        model.merging = match source.is_unsafe || program.listings_are_unsafe {
            true => Merging::History,
            false => Merging::Values,
        };
    }
    let names = source.names.iter();
    Request {
        model,
        limits: question.limits,
        names: names
            .map(|(&(line, column), names)| (line, column, names.clone()))
            .collect(),
    }
}

enum Heard {
    Answer(String),
    Line(String),
}

/// Reads both pipes until they are closed, or until time is up; then the process is ended.
fn listen(
    mut child: Child,
    limit: Duration,
    mut progress: impl FnMut(Progress),
) -> Result<(String, String, Option<ExitStatus>), Error> {
    let (send, heard) = channel();
    let (stdout, stderr) = (child.stdout.take(), child.stderr.take());
    let answers = send.clone();
    thread::spawn(move || {
        let mut text = Vec::new();
        if let Some(mut stdout) = stdout {
            // What could be read is judged by whoever reads it.
            let _ = stdout.read_to_end(&mut text);
        }
        let _ = answers.send(Heard::Answer(String::from_utf8_lossy(&text).into_owned()));
    });
    thread::spawn(move || {
        for line in stderr
            .into_iter()
            .flat_map(|stderr| BufReader::new(stderr).lines())
            .flatten()
        {
            let _ = send.send(Heard::Line(line));
        }
    });
    let (answer, said) = hear(&heard, limit, &mut progress);
    if answer.is_none() {
        let _ = child.kill();
    }
    let status = child.wait().map_err(|error| Error::Broken {
        why: error.to_string(),
    })?;
    let in_time = answer.is_some();
    Ok((answer.unwrap_or_default(), said, in_time.then_some(status)))
}

fn hear(
    heard: &Receiver<Heard>,
    limit: Duration,
    progress: &mut impl FnMut(Progress),
) -> (Option<String>, String) {
    let end = Instant::now() + limit;
    let (mut answer, mut said) = (None, String::new());
    loop {
        match heard.recv_timeout(end.saturating_duration_since(Instant::now())) {
            Ok(Heard::Answer(text)) => answer = Some(text),
            Ok(Heard::Line(line)) => match serde_json::from_str(&line) {
                Ok(line) => progress(line),
                Err(_) => said = said + &line + "\n",
            },
            Err(RecvTimeoutError::Timeout) => return (None, said),
            Err(RecvTimeoutError::Disconnected) => return (answer, said),
        }
    }
}

/// Why there is no answer.
fn describe(status: ExitStatus, said: &str) -> String {
    #[cfg(unix)]
    if let Some(signal) = std::os::unix::process::ExitStatusExt::signal(&status) {
        return match signal {
            11 | 7 => {
                "a thread of it has used up its stack of 2 MiB (a recursion without an end?) \
                       or has touched memory that is not its own"
                    .to_owned()
            }
            6 => format!("its process was aborted: {}", said.trim()),
            _ => format!("its process was ended by signal {signal}"),
        };
    }
    format!("its process ended with {status}: {}", said.trim())
}
