//! Turns offsets into a program into places in its text.
//!
//! The debug information is read by a program of its own, `workbench/places`: what reads it takes
//! longer to compile than the rest of this crate, and only who has a race needs it.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde::Deserialize;

use super::log::{Raw, RawAccess};
use super::report::{Access, Block, Origin, Place, Race};
use crate::{Cancel, Error, normalize, tool};

/// The sources of the program that reads debug information.
pub(super) const SOURCES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/places");

/// Builds that program, and returns where it is.
pub(super) fn build() -> Result<PathBuf, Error> {
    let cargo = std::env::var_os("CARGO").map_or_else(|| PathBuf::from("cargo"), PathBuf::from);
    let mut command = Command::new(&cargo);
    command
        .args([
            "build",
            "--quiet",
            "--message-format=json-render-diagnostics",
        ])
        .arg("--manifest-path")
        .arg(Path::new(SOURCES).join("Cargo.toml"))
        .env_remove("RUSTC");
    let built = tool::output(&mut command, &Cancel::default())?;
    let messages = cargo_metadata::Message::parse_stream(built.stdout.as_bytes());
    let executable = messages.flatten().find_map(|message| match message {
        cargo_metadata::Message::CompilerArtifact(artifact) => artifact.executable,
        _ => None,
    });
    executable.map(PathBuf::from).ok_or(Error::Answer {
        tool: cargo.display().to_string(),
        said: built.stderr,
    })
}

/// What is at one offset, as that program says.
#[derive(Deserialize)]
struct At {
    frames: Vec<Frame>,
    symbol: Option<String>,
}

#[derive(Deserialize)]
struct Frame {
    function: Option<String>,
    file: String,
    line: u32,
    column: u32,
}

/// Knows the lines of one executable.
pub(super) struct Places<'a> {
    /// The program that reads its debug information.
    pub reader: &'a Path,
    /// The executable.
    pub program: &'a Path,
    /// What the reader calls the program's file.
    pub file: &'a str,
}

impl Places<'_> {
    /// The reports with the program's own places. What is no report on two accesses is left out.
    /// `folder` is one to write into.
    pub fn races(&self, raw: &[Raw], folder: &Path, cancel: &Cancel) -> Result<Vec<Race>, Error> {
        if raw.is_empty() {
            return Ok(Vec::new());
        }
        let known = Known {
            at: self.look(raw, folder, cancel)?,
            file: self.file,
        };
        Ok(raw.iter().filter_map(|raw| known.race(raw)).collect())
    }

    fn look(
        &self,
        raw: &[Raw],
        folder: &Path,
        cancel: &Cancel,
    ) -> Result<BTreeMap<u64, At>, Error> {
        let mut offsets: Vec<u64> = raw.iter().flat_map(Raw::offsets).collect();
        offsets.sort_unstable();
        offsets.dedup();
        let file = folder.join("offsets.json");
        let json = serde_json::to_vec(&offsets).expect("they are numbers");
        fs::write(&file, json).map_err(Error::file("write", &file))?;
        let mut command = Command::new(self.reader);
        command.arg(self.program).arg(&file);
        let read = tool::output(&mut command, cancel)?;
        let misunderstood = |said: String| Error::Answer {
            tool: self.reader.display().to_string(),
            said,
        };
        if !read.succeeded {
            return Err(misunderstood(read.stderr));
        }
        let answers = read.stdout.lines().map(serde_json::from_str);
        let answers: Result<Vec<At>, _> = answers.collect();
        let answers = answers.map_err(|error| misunderstood(error.to_string()))?;
        Ok(offsets.into_iter().zip(answers).collect())
    }
}

impl Raw {
    /// Every offset that is to be looked up.
    fn offsets(&self) -> Vec<u64> {
        let accesses = self.accesses.iter().map(|access| &access.stack);
        let threads = self.threads.iter().map(|thread| &thread.stack);
        let block = self.block.iter().map(|block| &block.stack);
        let stacks = accesses.chain(threads).chain(block).flatten().copied();
        stacks.chain(self.static_offset()).collect()
    }

    /// Where in the program the memory lies that is raced for, if it lies there.
    fn static_offset(&self) -> Option<u64> {
        self.accesses.first()?.address.checked_sub(self.base)
    }
}

/// What is known of the offsets.
struct Known<'a> {
    at: BTreeMap<u64, At>,
    file: &'a str,
}

impl Known<'_> {
    fn race(&self, raw: &Raw) -> Option<Race> {
        let [now, before] = raw.accesses.as_slice() else {
            return None;
        };
        Some(Race {
            now: self.access(now),
            before: self.access(before),
            what: self.static_at(raw.static_offset()?),
            block: raw.block.as_ref().map(|block| Block {
                size: block.size,
                who: block.who.clone(),
                stack: self.stack(&block.stack),
            }),
            threads: raw
                .threads
                .iter()
                .map(|thread| Origin {
                    who: thread.who.clone(),
                    creator: thread.creator.clone(),
                    stack: self.stack(&thread.stack),
                })
                .collect(),
        })
    }

    fn access(&self, raw: &RawAccess) -> Access {
        Access {
            kind: raw.kind,
            size: raw.size,
            who: raw.who.clone(),
            stack: self.stack(&raw.stack),
        }
    }

    /// The program's own frames; where there is none, the innermost one that is known.
    fn stack(&self, offsets: &[u64]) -> Vec<Place> {
        let all: Vec<Place> = offsets
            .iter()
            .flat_map(|offset| self.frames(*offset))
            .collect();
        let mut own: Vec<Place> = all
            .iter()
            .filter(|place| place.file == self.file)
            .cloned()
            .collect();
        // A closure is called by way of several generic functions that have its line.
        own.dedup();
        if own.is_empty() {
            own.extend(all.into_iter().next());
        }
        own
    }

    /// The function at this offset, and those it was inlined into.
    fn frames(&self, offset: u64) -> Vec<Place> {
        let Some(at) = self.at.get(&offset) else {
            return Vec::new();
        };
        let places = at.frames.iter().map(|frame| {
            // Tables of lines name inlined functions alone.
            let name = frame.function.as_ref().or(at.symbol.as_ref());
            Place {
                function: function_name(name.map_or("", String::as_str)),
                file: self.file_name(&frame.file),
                line: frame.line,
                column: frame.column,
            }
        });
        places.collect()
    }

    /// The name of the static at this offset.
    fn static_at(&self, offset: u64) -> Option<String> {
        let symbol = self.at.get(&offset)?.symbol.as_ref()?;
        let name = without_crate_number(symbol);
        name.strip_prefix("main::").map(str::to_owned)
    }

    /// The file as the reader knows it.
    fn file_name(&self, file: &str) -> String {
        let is_own = file
            .strip_suffix(self.file)
            .is_some_and(|folder| folder.ends_with('/') && !folder.contains("/registry/"));
        if is_own {
            return self.file.to_owned();
        }
        let short = normalize::rust_stderr(file);
        match short.split_once("/listings/src/") {
            Some((_, file)) => format!("listings/src/{file}"),
            None => short,
        }
    }
}

/// `main::next::{closure#0}` of the crate `main` becomes `next::{closure#0}`.
fn function_name(name: &str) -> String {
    let name = without_crate_number(name).replace("{{closure}}", "{closure}");
    name.strip_prefix("main::").unwrap_or(&name).to_owned()
}

/// `core[3f8a]::ptr` becomes `core::ptr`, and `next::h0123456789abcdef` becomes `next`.
fn without_crate_number(name: &str) -> String {
    let numbers = regex::Regex::new(r"\[[0-9a-f]{8,}\]|::h[0-9a-f]{16}$").expect("it is constant");
    numbers.replace_all(name, "").into_owned()
}
