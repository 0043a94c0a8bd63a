//! One run of an executable, within limits, as a stream of events.

use std::ffi::OsString;
use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{self, RecvTimeoutError, Sender};
use std::thread;
use std::time::{Duration, Instant};

use serde::{Deserialize, Serialize};

use crate::decode::Decoder;
use crate::leash::Leash;
use crate::watch::Watch;
use crate::{Ending, Error};

/// How long a program may run, how much it may print, and what it may take.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub struct Limits {
    /// From its start to its end.
    pub time: Duration,
    /// Bytes on stdout and stderr together.
    pub output: usize,
    /// Bytes of memory in use (Linux only).
    pub memory: u64,
    /// Threads at the same time (Linux only).
    pub threads: u64,
    /// Files in its folder.
    pub files: usize,
    /// Bytes in those files.
    pub disk: u64,
}

impl Limits {
    /// Ten seconds, for machines that are busy with other tests; 256 KiB; and more memory, threads
    /// and files than any listing needs.
    pub const DEFAULT: Self = Self {
        time: Duration::from_secs(10),
        output: 256 * 1024,
        memory: 1 << 30,
        threads: 15_000,
        files: 200,
        disk: 32 << 20,
    };
}

impl Default for Limits {
    fn default() -> Self {
        Self::DEFAULT
    }
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

/// Something that happens in a run. As JSON it has the field `event`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case", tag = "event")]
pub enum Event {
    /// It runs. The first event.
    Start,
    /// It printed this.
    Stdout {
        /// Whole characters, but not always whole lines.
        text: String,
    },
    /// It printed this as an error.
    Stderr {
        /// Whole characters, but not always whole lines.
        text: String,
    },
    /// It has ended, and nothing of it is left. The last event.
    End {
        /// How it came to its end.
        ending: Ending,
        /// How long it took; as JSON `milliseconds`.
        #[serde(rename = "milliseconds", serialize_with = "as_milliseconds")]
        time: Duration,
    },
}

fn as_milliseconds<S: serde::Serializer>(time: &Duration, to: S) -> Result<S::Ok, S::Error> {
    to.serialize_f64(time.as_secs_f64() * 1000.0)
}

/// Stops a run from another thread. Clones stop the same run.
#[derive(Clone, Debug, Default)]
pub struct Cancel(Arc<AtomicBool>);

impl Cancel {
    /// Stops the run, within a few hundredths of a second.
    pub fn cancel(&self) {
        // Nothing but the flag itself is handed over.
        self.0.store(true, Ordering::Relaxed);
    }

    /// Whether it is to stop.
    #[must_use]
    pub fn is_cancelled(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }
}

/// A run that is to be.
#[derive(Clone, Debug)]
pub struct Job {
    /// The executable.
    pub program: PathBuf,
    /// What it is told on its command line.
    pub arguments: Vec<OsString>,
    /// What it may take.
    pub limits: Limits,
    /// What it finds on stdin.
    pub input: Vec<u8>,
    /// Variables in its otherwise empty environment.
    pub environment: Vec<(OsString, OsString)>,
    /// What it may read besides itself and the system's libraries.
    pub readable: Vec<PathBuf>,
    /// Its working directory; a fresh one that is removed afterwards if there is none.
    pub folder: Option<PathBuf>,
    /// Whether it is kept from the network, other programs and the rest of the disk, where the
    /// system can do that ([`confine`](crate::confine)).
    pub confined: bool,
}

/// How long to wait for the pipes of a program that has ended. On a busy machine it takes a while
/// until all is read that was printed. Apart from that, only a grandchild that left the process
/// group can hold them.
const DRAIN: Duration = Duration::from_secs(5);

/// How often to look whether it takes too much, or is to stop.
const LOOK: Duration = Duration::from_millis(20);

/// What Windows' own libraries cannot do without.
#[cfg(windows)]
const INDISPENSABLE: [&str; 1] = ["SystemRoot"];
#[cfg(not(windows))]
const INDISPENSABLE: [&str; 0] = [];

enum Message {
    Stdout(Vec<u8>),
    Stderr(Vec<u8>),
    Closed,
    Ended,
}

/// Runs `program` confined, in an empty folder, without input, and waits for its end. A program
/// that passes a limit is killed, and with it every process that it started.
///
/// # Errors
///
/// If the program cannot be started. However it ends, that is a result.
pub fn run(program: &Path, limits: &Limits) -> Result<Finished, Error> {
    Job::new(program, limits).finish()
}

impl Job {
    /// A confined run, in an empty folder, without input.
    #[must_use]
    pub fn new(program: &Path, limits: &Limits) -> Self {
        Self {
            program: program.to_owned(),
            arguments: Vec::new(),
            limits: *limits,
            input: Vec::new(),
            environment: Vec::new(),
            readable: Vec::new(),
            folder: None,
            confined: true,
        }
    }

    /// Runs it, waits for its end, and returns all that it printed.
    ///
    /// # Errors
    ///
    /// If the program cannot be started. However it ends, that is a result.
    pub fn finish(&self) -> Result<Finished, Error> {
        self.finish_unless(&Cancel::default())
    }

    /// The same, unless somebody wants it to stop before: that is an ending too.
    ///
    /// # Errors
    ///
    /// As for [`Self::finish`].
    pub fn finish_unless(&self, cancel: &Cancel) -> Result<Finished, Error> {
        let (mut out, mut err) = (String::new(), String::new());
        let mut end = None;
        self.run(cancel, |event| match event {
            Event::Start => {}
            Event::Stdout { text } => out.push_str(&text),
            Event::Stderr { text } => err.push_str(&text),
            Event::End { ending, time } => end = Some((ending, time)),
        })?;
        let (ending, time) = end.expect("it is the last event");
        Ok(Finished {
            stdout: out,
            stderr: err,
            ending,
            time,
        })
    }

    /// Runs it, tells what happens as it happens, and returns at its end.
    ///
    /// # Errors
    ///
    /// If the program cannot be started: then there is no event at all.
    pub fn run(&self, cancel: &Cancel, tell: impl FnMut(Event)) -> Result<(), Error> {
        let fresh;
        let folder = match &self.folder {
            Some(folder) => folder,
            None => {
                let created = tempfile::tempdir();
                fresh = created.map_err(Error::file("create", &std::env::temp_dir()))?;
                fresh.path()
            }
        };
        let start = Instant::now();
        let mut leash = self.spawn(folder).map_err(Error::start(&self.program))?;
        let (sender, messages) = mpsc::channel();
        let (stdout, stderr) = leash.take_pipes();
        forward(stdout, sender.clone(), Message::Stdout);
        forward(stderr, sender.clone(), Message::Stderr);
        leash.on_end(move || drop(sender.send(Message::Ended)));

        let watch = Watch::new(leash.id(), folder, &self.limits);
        let mut log = Log::new(self.limits.output, tell);
        let cut_short = self.follow(start, &messages, &leash, &watch, cancel, &mut log);
        log.close();
        let time = start.elapsed();
        let ended = leash.reap().map_err(Error::start(&self.program))?;
        let ending = cut_short.unwrap_or_else(|| watch.judge(ended));
        (log.tell)(Event::End { ending, time });
        Ok(())
    }

    fn spawn(&self, folder: &Path) -> std::io::Result<Leash> {
        let mut command = Command::new(&self.program);
        command
            .args(&self.arguments)
            .current_dir(folder)
            .env_clear()
            .env("HOME", folder)
            .env("TMPDIR", folder)
            .envs(self.environment.iter().cloned())
            .stdin(if self.input.is_empty() {
                Stdio::null()
            } else {
                Stdio::piped()
            })
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        for variable in INDISPENSABLE {
            command.envs(std::env::var_os(variable).map(|value| (variable, value)));
        }
        let mut leash = if self.confined {
            Leash::spawn_confined(&mut command, &self.confinement(folder))?
        } else {
            Leash::spawn(&mut command)?
        };
        if let Some(mut stdin) = leash.take_stdin() {
            let input = self.input.clone();
            // A program need not read what it is given.
            thread::spawn(move || drop(stdin.write_all(&input)));
        }
        Ok(leash)
    }

    fn confinement(&self, folder: &Path) -> crate::confine::Confinement {
        let mut readable = self.readable.clone();
        readable.push(self.program.clone());
        crate::confine::Confinement {
            readable,
            writable: folder.to_owned(),
            file_size: self.limits.disk,
            time: self.limits.time,
        }
    }

    /// Until all has been said. Returns why it was killed, if it was.
    fn follow(
        &self,
        start: Instant,
        messages: &mpsc::Receiver<Message>,
        leash: &Leash,
        watch: &Watch,
        cancel: &Cancel,
        log: &mut Log<impl FnMut(Event)>,
    ) -> Option<Ending> {
        let mut cut_short = None;
        let mut deadline = start + self.limits.time;
        let mut look = start + LOOK;
        while !log.is_complete() {
            let now = Instant::now();
            let message = messages.recv_timeout(deadline.min(look).saturating_duration_since(now));
            match message {
                Ok(message) => {
                    if matches!(message, Message::Ended) {
                        // What it left running must not keep the pipes open, nor outlive it.
                        leash.kill();
                        deadline = Instant::now() + DRAIN;
                    }
                    log.add(message);
                }
                Err(RecvTimeoutError::Timeout) => {}
                Err(RecvTimeoutError::Disconnected) => break,
            }
            let now = Instant::now();
            if log.ended || cut_short.is_some() {
                if now >= deadline {
                    break;
                }
                look = deadline;
                continue;
            }
            let excess = if log.full {
                Some(Ending::Flooded)
            } else if now >= deadline {
                Some(Ending::TimedOut)
            } else if now >= look {
                look = now + LOOK;
                let cancelled = cancel.is_cancelled().then_some(Ending::Cancelled);
                cancelled.or_else(|| watch.excess())
            } else {
                None
            };
            if excess.is_some() {
                cut_short = excess;
                leash.kill();
                deadline = now + DRAIN;
            }
        }
        cut_short
    }
}

/// Reads a pipe on a thread of its own: a program that fills one pipe while the other one is
/// being read would block forever.
fn forward<R: Read + Send + 'static>(
    pipe: Option<R>,
    messages: Sender<Message>,
    wrap: fn(Vec<u8>) -> Message,
) {
    let mut pipe = pipe.expect("the command was told to pipe its output");
    thread::spawn(move || {
        let mut buffer = vec![0; 16 * 1024];
        while let Ok(length @ 1..) = pipe.read(&mut buffer) {
            if messages.send(wrap(buffer[..length].to_vec())).is_err() {
                return;
            }
        }
        drop(messages.send(Message::Closed));
    });
}

/// What has been seen of a run so far.
struct Log<F> {
    tell: F,
    stdout: Decoder,
    stderr: Decoder,
    room: usize,
    full: bool,
    open_pipes: usize,
    ended: bool,
}

impl<F: FnMut(Event)> Log<F> {
    fn new(room: usize, mut tell: F) -> Self {
        tell(Event::Start);
        Self {
            tell,
            stdout: Decoder::default(),
            stderr: Decoder::default(),
            room,
            full: false,
            open_pipes: 2,
            ended: false,
        }
    }

    fn is_complete(&self) -> bool {
        self.ended && self.open_pipes == 0
    }

    fn add(&mut self, message: Message) {
        match message {
            Message::Closed => self.open_pipes -= 1,
            Message::Ended => self.ended = true,
            Message::Stdout(bytes) => {
                let fits = self.fitting(&bytes);
                let text = self.stdout.push(&bytes[..fits]);
                self.say(Event::Stdout { text });
            }
            Message::Stderr(bytes) => {
                let fits = self.fitting(&bytes);
                let text = self.stderr.push(&bytes[..fits]);
                self.say(Event::Stderr { text });
            }
        }
    }

    /// How many of these bytes may still be shown.
    fn fitting(&mut self, bytes: &[u8]) -> usize {
        let fits = bytes.len().min(self.room);
        self.room -= fits;
        self.full |= fits < bytes.len();
        fits
    }

    /// Says what was left in the middle of a character.
    fn close(&mut self) {
        let text = self.stdout.finish();
        self.say(Event::Stdout { text });
        let text = self.stderr.finish();
        self.say(Event::Stderr { text });
    }

    fn say(&mut self, event: Event) {
        let is_empty =
            matches!(&event, Event::Stdout { text } | Event::Stderr { text } if text.is_empty());
        if !is_empty {
            (self.tell)(event);
        }
    }
}
