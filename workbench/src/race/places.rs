//! Turns offsets into a program into places in its text.

use std::path::Path;

use addr2line::Loader;
use addr2line::fallible_iterator::FallibleIterator;

use super::log::{Raw, RawAccess};
use super::report::{Access, Block, Origin, Place, Race};
use crate::{Error, normalize};

/// Knows the lines of one executable.
pub(super) struct Places {
    lines: Loader,
    /// What the reader calls the program's file.
    file: String,
}

impl Places {
    pub fn of(program: &Path, file: &str) -> Result<Self, Error> {
        let lines = Loader::new(program).map_err(|error| Error::Answer {
            tool: program.display().to_string(),
            said: error.to_string(),
        })?;
        Ok(Self {
            lines,
            file: file.to_owned(),
        })
    }

    /// The report with the program's own places. Nothing if it is no report on two accesses.
    pub fn race(&self, raw: &Raw) -> Option<Race> {
        let [now, before] = raw.accesses.as_slice() else {
            return None;
        };
        Some(Race {
            now: self.access(now),
            before: self.access(before),
            what: self.static_at(now.address.checked_sub(raw.base)?),
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
        let frames = self.lines.find_frames(offset).ok();
        let frames = frames.and_then(|frames| frames.collect::<Vec<_>>().ok());
        let places = frames.into_iter().flatten().filter_map(|frame| {
            let location = frame.location?;
            // Tables of lines name inlined functions alone.
            let name = match frame.function {
                Some(function) => function.demangle().ok()?.into_owned(),
                None => self.symbol_at(offset).unwrap_or_default(),
            };
            Some(Place {
                function: function_name(&name),
                file: self.file_name(location.file?),
                line: location.line?,
                column: location.column.unwrap_or_default(),
            })
        });
        places.collect()
    }

    fn symbol_at(&self, offset: u64) -> Option<String> {
        let symbol = self.lines.find_symbol(offset)?;
        Some(addr2line::demangle_auto(symbol.into(), None).into_owned())
    }

    /// The name of the static at this offset.
    fn static_at(&self, offset: u64) -> Option<String> {
        let name = without_crate_number(&self.symbol_at(offset)?);
        name.strip_prefix("main::").map(str::to_owned)
    }

    /// The file as the reader knows it.
    fn file_name(&self, file: &str) -> String {
        let is_own = file
            .strip_suffix(&self.file)
            .is_some_and(|folder| folder.ends_with('/') && !folder.contains("/registry/"));
        if is_own {
            return self.file.clone();
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
