//! One run of an executable, with a time limit and an output limit.

use std::io::Read;
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::mpsc::{self, RecvTimeoutError, Sender};
use std::thread;
use std::time::{Duration, Instant};

use serde::{Deserialize, Serialize};

use crate::Error;
use crate::leash::Leash;

/// How long a program may run and how much it may print.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub struct Limits {
    /// From its start to its end.
    pub time: Duration,
    /// Bytes on stdout and stderr together.
    pub output: usize,
}

impl Default for Limits {
    /// Ten seconds, for machines that are busy with other tests, and 256 KiB.
    fn default() -> Self {
        Self {
            time: Duration::from_secs(10),
            output: 256 * 1024,
        }
    }
}

/// How a run came to its end.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Ending {
    /// By itself, with this exit code. A panic in Rust gives 101, in Go 2.
    Exited(i32),
    /// By a signal that the workbench did not send, such as after `abort`.
    Signalled(i32),
    /// It ran longer than [`Limits::time`].
    TimedOut,
    /// It printed more than [`Limits::output`].
    Flooded,
}

/// What a run gave.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Finished {
    /// What it printed; bytes that are no UTF-8 are replaced.
    pub stdout: String,
    /// What it printed as errors.
    pub stderr: String,
    /// How it came to its end.
    pub ending: Ending,
    /// How long it took.
    pub time: Duration,
}

/// How long to wait for the pipes of a program that has ended. Only a grandchild that left the
/// process group can hold them.
const DRAIN: Duration = Duration::from_millis(500);

/// What would make a program print other things here than elsewhere.
const TELLTALE_VARIABLES: [&str; 8] = [
    "RUST_BACKTRACE",
    "RUST_LIB_BACKTRACE",
    "RUST_LOG",
    "RUST_MIN_STACK",
    "GODEBUG",
    "GOGC",
    "GOMAXPROCS",
    "GOTRACEBACK",
];

enum Event {
    Stdout(Vec<u8>),
    Stderr(Vec<u8>),
    Closed,
    Ended,
}

/// Runs `program` in an empty folder, without input, and waits for its end. A program that
/// passes a limit is killed, and with it every process that it started.
///
/// # Errors
///
/// If the program cannot be started. However it ends, that is a result.
pub fn run(program: &Path, limits: &Limits) -> Result<Finished, Error> {
    let folder = tempfile::tempdir().map_err(Error::file("create", &std::env::temp_dir()))?;
    let mut command = Command::new(program);
    command
        .current_dir(folder.path())
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    for variable in TELLTALE_VARIABLES {
        command.env_remove(variable);
    }
    let start = Instant::now();
    let mut leash = Leash::spawn(&mut command).map_err(Error::start(program))?;
    let (sender, events) = mpsc::channel();
    let (stdout, stderr) = leash.take_pipes();
    forward(stdout, sender.clone(), Event::Stdout);
    forward(stderr, sender.clone(), Event::Stderr);
    leash.on_end(move || drop(sender.send(Event::Ended)));

    let mut log = Log::new(limits.output);
    let mut cut_short = None;
    let mut deadline = start + limits.time;
    while !log.is_complete() {
        match events.recv_timeout(deadline.saturating_duration_since(Instant::now())) {
            Ok(event) => {
                if matches!(event, Event::Ended) {
                    // What it left running must not keep the pipes open, nor outlive it.
                    leash.kill();
                    deadline = Instant::now() + DRAIN;
                }
                log.add(event);
                if log.full && cut_short.is_none() {
                    cut_short = Some(Ending::Flooded);
                    leash.kill();
                }
            }
            Err(RecvTimeoutError::Timeout) if !log.ended => {
                cut_short = cut_short.or(Some(Ending::TimedOut));
                leash.kill();
                deadline = Instant::now() + DRAIN;
            }
            Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => break,
        }
    }
    let time = start.elapsed();
    let ended = leash.reap().map_err(Error::start(program))?;
    Ok(Finished {
        stdout: text(log.stdout),
        stderr: text(log.stderr),
        ending: cut_short.unwrap_or(ended),
        time,
    })
}

/// Reads a pipe on a thread of its own: a program that fills one pipe while the other one is
/// being read would block forever.
fn forward<R: Read + Send + 'static>(
    pipe: Option<R>,
    events: Sender<Event>,
    wrap: fn(Vec<u8>) -> Event,
) {
    let mut pipe = pipe.expect("the command was told to pipe its output");
    thread::spawn(move || {
        let mut buffer = vec![0; 16 * 1024];
        while let Ok(length @ 1..) = pipe.read(&mut buffer) {
            if events.send(wrap(buffer[..length].to_vec())).is_err() {
                return;
            }
        }
        drop(events.send(Event::Closed));
    });
}

/// What has been seen of a run so far.
struct Log {
    stdout: Vec<u8>,
    stderr: Vec<u8>,
    room: usize,
    full: bool,
    open_pipes: usize,
    ended: bool,
}

impl Log {
    fn new(room: usize) -> Self {
        Self {
            stdout: Vec::new(),
            stderr: Vec::new(),
            room,
            full: false,
            open_pipes: 2,
            ended: false,
        }
    }

    fn is_complete(&self) -> bool {
        self.ended && self.open_pipes == 0
    }

    fn add(&mut self, event: Event) {
        let (pipe, bytes) = match event {
            Event::Closed => return self.open_pipes -= 1,
            Event::Ended => return self.ended = true,
            Event::Stdout(bytes) => (&mut self.stdout, bytes),
            Event::Stderr(bytes) => (&mut self.stderr, bytes),
        };
        let fits = bytes.len().min(self.room);
        pipe.extend_from_slice(&bytes[..fits]);
        self.room -= fits;
        self.full |= fits < bytes.len();
    }
}

fn text(bytes: Vec<u8>) -> String {
    String::from_utf8(bytes)
        .unwrap_or_else(|error| String::from_utf8_lossy(error.as_bytes()).into_owned())
}
