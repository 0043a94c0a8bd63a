//! Reads what ThreadSanitizer writes.

use std::path::Path;

use regex::Regex;

use super::report::{Kind, Who};

/// One report, with places as offsets into the program.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Raw {
    pub accesses: Vec<RawAccess>,
    pub threads: Vec<RawThread>,
    pub block: Option<RawBlock>,
    /// Where the program was loaded.
    pub base: u64,
}

#[derive(Debug, PartialEq, Eq)]
pub(super) struct RawAccess {
    pub kind: Kind,
    pub size: u64,
    pub address: u64,
    pub who: Who,
    pub stack: Vec<u64>,
}

#[derive(Debug, PartialEq, Eq)]
pub(super) struct RawThread {
    pub who: Who,
    pub creator: Who,
    pub stack: Vec<u64>,
}

/// Memory on the heap, and who asked for it.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct RawBlock {
    pub size: u64,
    pub who: Who,
    pub stack: Vec<u64>,
}

/// The part of a report that the next frames belong to.
enum Part {
    Access,
    Thread,
    Block,
    Other,
}

/// Reads a log. `program` is the executable: frames of other files are left out.
pub(super) fn parse(log: &str, program: &Path) -> Vec<Raw> {
    let patterns = Patterns::new(program);
    let mut reports = Vec::new();
    let mut part = Part::Other;
    for line in log.lines() {
        if line.starts_with("WARNING: ThreadSanitizer: data race") {
            reports.push(Raw::default());
            part = Part::Other;
        } else if let Some(report) = reports.last_mut() {
            patterns.read(line, report, &mut part);
        }
    }
    reports
}

struct Patterns {
    access: Regex,
    thread: Regex,
    block: Regex,
    frame: Regex,
    loaded: Regex,
}

impl Patterns {
    fn new(program: &Path) -> Self {
        let name = program.file_name().unwrap_or_default().to_string_lossy();
        let name = regex::escape(&name);
        let regex = |text: &str| Regex::new(text).expect("what is not constant is escaped");
        let who = r"(main thread|thread T\d+(?: '[^']*')?)";
        Self {
            access: regex(&format!(
                r"^  (?i)(?:previous )?(atomic )?(read|write) of size (\d+) at (0x[0-9a-f]+) by {who}"
            )),
            thread: regex(&format!(
                r"^  (Thread T\d+(?: '[^']*')?) \(.*\) created by {who} at:"
            )),
            block: regex(&format!(
                r"^  Location is heap block of size (\d+) at 0x[0-9a-f]+ allocated by {who}"
            )),
            frame: regex(&format!(r"^    #\d+ .*\({name}\+(0x[0-9a-f]+)\)")),
            loaded: regex(&format!(r"^\t(0x[0-9a-f]+)-0x[0-9a-f]+\t.*/{name}$")),
        }
    }

    fn read(&self, line: &str, report: &mut Raw, part: &mut Part) {
        if let Some(found) = self.access.captures(line) {
            *part = Part::Access;
            report.accesses.push(RawAccess {
                kind: kind(found.get(1).is_some(), &found[2]),
                size: found[3].parse().unwrap_or_default(),
                address: hexadecimal(&found[4]),
                who: who(&found[5]),
                stack: Vec::new(),
            });
        } else if let Some(found) = self.thread.captures(line) {
            *part = Part::Thread;
            report.threads.push(RawThread {
                who: who(&found[1]),
                creator: who(&found[2]),
                stack: Vec::new(),
            });
        } else if let Some(found) = self.block.captures(line) {
            *part = Part::Block;
            report.block = Some(RawBlock {
                size: found[1].parse().unwrap_or_default(),
                who: who(&found[2]),
                stack: Vec::new(),
            });
        } else if let Some(found) = self.frame.captures(line) {
            if let Some(stack) = report.stack_of(part) {
                stack.push(hexadecimal(&found[1]));
            }
        } else if let Some(found) = self.loaded.captures(line) {
            if report.base == 0 {
                report.base = hexadecimal(&found[1]);
            }
        } else if line.starts_with("  ") && !line.starts_with("   ") {
            *part = Part::Other;
        }
    }
}

impl Raw {
    fn stack_of(&mut self, part: &Part) -> Option<&mut Vec<u64>> {
        match part {
            Part::Access => self.accesses.last_mut().map(|access| &mut access.stack),
            Part::Thread => self.threads.last_mut().map(|thread| &mut thread.stack),
            Part::Block => self.block.as_mut().map(|block| &mut block.stack),
            Part::Other => None,
        }
    }
}

fn kind(is_atomic: bool, word: &str) -> Kind {
    match (is_atomic, word.to_ascii_lowercase().as_str()) {
        (false, "write") => Kind::Write,
        (false, _) => Kind::Read,
        (true, "write") => Kind::AtomicWrite,
        (true, _) => Kind::AtomicRead,
    }
}

fn who(text: &str) -> Who {
    let Some(rest) = text.split_once(" T").map(|(_, rest)| rest) else {
        return Who::Main;
    };
    let (number, name) = match rest.split_once(" '") {
        Some((number, name)) => (number, Some(name.trim_end_matches('\'').to_owned())),
        None => (rest, None),
    };
    Who::Thread {
        number: number.parse().unwrap_or_default(),
        name,
    }
}

fn hexadecimal(text: &str) -> u64 {
    u64::from_str_radix(text.trim_start_matches("0x"), 16).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    const LOG: &str = "\
==================
WARNING: ThreadSanitizer: data race (pid=7553)
  Read of size 4 at 0x55a5b3818310 by main thread:
    #0 <null> <null> (program+0xc9f07) (BuildId: 7962)
    #1 <null> <null> (libstd-d1237ef7159db0a2.so+0xc348e)

  Previous atomic write of size 4 at 0x55a5b3818310 by thread T1 'ann':
    #0 <null> <null> (program+0xc9f5f) (BuildId: 7962)
    #1 <null> <null> (program+0xc81bf) (BuildId: 7962)

  Location is heap block of size 48 at 0x720c00000000 allocated by main thread:
    #0 <null> <null> (program+0x3c320) (BuildId: 7962)

  Thread T1 'ann' (tid=7563, running) created by main thread at:
    #0 <null> <null> (program+0x3dbaa) (BuildId: 7962)

SUMMARY: ThreadSanitizer: data race (/x/program+0xc9f07) (BuildId: 7962)
Process memory map follows:
\t0x55a5b2000000-0x55a5b2001000\t/x/program
\t0x55a5b2001000-0x55a5b2002000\t/x/program
==================
ThreadSanitizer: reported 1 warnings
";

    #[test]
    fn a_report_is_read() {
        let reports = parse(LOG, Path::new("/x/program"));
        let ann = Who::Thread {
            number: 1,
            name: Some("ann".to_owned()),
        };
        let access = |kind, who, stack: &[u64]| RawAccess {
            kind,
            size: 4,
            address: 0x55a5_b381_8310,
            who,
            stack: stack.to_vec(),
        };
        let expected = Raw {
            accesses: vec![
                access(Kind::Read, Who::Main, &[0xc9f07]),
                access(Kind::AtomicWrite, ann.clone(), &[0xc9f5f, 0xc81bf]),
            ],
            threads: vec![RawThread {
                who: ann,
                creator: Who::Main,
                stack: vec![0x3dbaa],
            }],
            block: Some(RawBlock {
                size: 48,
                who: Who::Main,
                stack: vec![0x3c320],
            }),
            base: 0x55a5_b200_0000,
        };
        assert_eq!(reports, [expected]);
    }
}
