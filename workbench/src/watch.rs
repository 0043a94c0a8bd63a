//! Looks after a running program: does it take more than it may?

use std::path::{Path, PathBuf};

use crate::{Ending, Limits};

pub(crate) struct Watch {
    process: u32,
    folder: PathBuf,
    limits: Limits,
}

impl Watch {
    pub fn new(process: u32, folder: &Path, limits: &Limits) -> Self {
        Self {
            process,
            folder: folder.to_owned(),
            limits: *limits,
        }
    }

    /// What there is too much of, if anything.
    pub fn excess(&self) -> Option<Ending> {
        if let Some(taken) = taken_by(self.process) {
            if taken.memory > self.limits.memory {
                return Some(Ending::TookTooMuchMemory);
            }
            if taken.threads > self.limits.threads {
                return Some(Ending::StartedTooManyThreads);
            }
        }
        self.wrote_too_much().then_some(Ending::WroteTooMuch)
    }

    /// The end as the system reports it may have been the end that a limit brought.
    pub fn judge(&self, ended: Ending) -> Ending {
        if is_file_too_large(ended) {
            return Ending::WroteTooMuch;
        }
        ended
    }

    /// Looks at no more files than it may have.
    fn wrote_too_much(&self) -> bool {
        let mut bytes = 0;
        let files = walkdir::WalkDir::new(&self.folder)
            .min_depth(1)
            .into_iter()
            .filter_map(Result::ok)
            .take(self.limits.files + 1)
            .inspect(|file| bytes += file.metadata().map_or(0, |data| data.len()))
            .count();
        files > self.limits.files || bytes > self.limits.disk
    }
}

/// How many bytes of memory a process has in use, where the system tells.
pub(crate) fn memory_of(process: u32) -> Option<u64> {
    taken_by(process).map(|taken| taken.memory)
}

struct Taken {
    memory: u64,
    threads: u64,
}

#[cfg(target_os = "linux")]
fn taken_by(process: u32) -> Option<Taken> {
    let text = std::fs::read_to_string(format!("/proc/{process}/stat")).ok()?;
    // The program's name comes second, in parentheses, and may contain anything.
    let fields: Vec<&str> = text.rsplit_once(')')?.1.split_whitespace().collect();
    // proc(5) counts from one, and two fields are cut off.
    let field = |number: usize| fields.get(number - 3)?.parse::<u64>().ok();
    let page = nix::unistd::sysconf(nix::unistd::SysconfVar::PAGE_SIZE)
        .ok()
        .flatten()?;
    Some(Taken {
        memory: field(24)? * u64::try_from(page).ok()?,
        threads: field(20)?,
    })
}

#[cfg(not(target_os = "linux"))]
fn taken_by(_: u32) -> Option<Taken> {
    None
}

#[cfg(target_os = "linux")]
fn is_file_too_large(ended: Ending) -> bool {
    ended == Ending::Signalled(libc::SIGXFSZ)
}

#[cfg(not(target_os = "linux"))]
fn is_file_too_large(_: Ending) -> bool {
    false
}
