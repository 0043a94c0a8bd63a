//! Runs a compiler or another tool to its end, unless somebody wants it to stop before.

use std::io::{self, Read};
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::thread;
use std::time::{Duration, Instant};

use crate::leash::Leash;
use crate::watch::memory_of;
use crate::{Cancel, Ending, Error};

/// How long a tool may take. The slowest listing compiles in two seconds on an idle machine.
const TIME: Duration = Duration::from_secs(120);

/// How many bytes of memory a tool may have: a macro can make it want all that there is.
const MEMORY: u64 = 3 << 30;

/// How many bytes of each pipe are read. The rest is dropped.
const OUTPUT: u64 = 8 << 20;

/// How often to look whether it is to stop.
const LOOK: Duration = Duration::from_millis(20);

/// What a tool gave.
pub(crate) struct Output {
    pub succeeded: bool,
    pub stdout: String,
    pub stderr: String,
}

/// Waits for the end of `tool`, and returns what it said.
///
/// # Errors
///
/// If it cannot be started, if it was `cancel`led, or if it took more time or memory than a tool
/// needs.
pub(crate) fn output(tool: &mut Command, cancel: &Cancel) -> Result<Output, Error> {
    output_within(TIME, tool, cancel)
}

fn output_within(time: Duration, tool: &mut Command, cancel: &Cancel) -> Result<Output, Error> {
    let name = PathBuf::from(tool.get_program());
    tool.stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    // Whoever interrupts this process does not want to wait for the tool.
    let mut leash = Leash::spawn(tool).map_err(Error::start(&name))?;
    let (stdout, stderr) = leash.take_pipes();
    let (stdout, stderr) = (read(stdout), read(stderr));
    let ended = wait(&leash, time, cancel);
    // What it started itself, such as a linker, ends with it.
    leash.kill();
    let ending = leash.reap().map_err(Error::start(&name))?;
    ended.map_err(|why| Error::Stopped {
        tool: name.display().to_string(),
        why,
    })?;
    Ok(Output {
        succeeded: ending == Ending::Exited(0),
        stdout: stdout.join().unwrap_or_default(),
        stderr: stderr.join().unwrap_or_default(),
    })
}

/// Why it had to be stopped, if it had to.
fn wait(leash: &Leash, time: Duration, cancel: &Cancel) -> Result<(), &'static str> {
    let (sender, end) = mpsc::channel::<()>();
    leash.on_end(move || drop(sender));
    let deadline = Instant::now() + time;
    loop {
        if end.recv_timeout(LOOK) == Err(RecvTimeoutError::Disconnected) {
            return Ok(());
        }
        if cancel.is_cancelled() {
            return Err("nobody waits for it any more");
        }
        if Instant::now() >= deadline {
            return Err(
                "it did not come to an end; does a constant go round for ever, or a macro call itself?",
            );
        }
        if memory_of(leash.id()).is_some_and(|bytes| bytes > MEMORY) {
            return Err("it took too much memory; does a macro of the program call itself?");
        }
    }
}

fn read<R: Read + Send + 'static>(pipe: Option<R>) -> thread::JoinHandle<String> {
    thread::spawn(move || {
        let Some(mut pipe) = pipe else {
            return String::new();
        };
        let mut bytes = Vec::new();
        // What could be read is judged by whoever reads it.
        let _ = pipe.by_ref().take(OUTPUT).read_to_end(&mut bytes);
        // Whoever cannot write would wait for ever.
        let _ = io::copy(&mut pipe, &mut io::sink());
        String::from_utf8_lossy(&bytes).into_owned()
    })
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    #[test]
    fn a_tool_that_does_not_come_to_an_end_is_stopped() {
        let mut sleeps = Command::new("sleep");
        let sleeps = sleeps.arg("600");
        let stopped = output_within(Duration::from_millis(50), sleeps, &Cancel::default());
        let said = stopped.err().expect("it sleeps longer").to_string();
        assert!(said.contains("it did not come to an end"), "{said}");
    }
}
