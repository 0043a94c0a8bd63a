//! What is known of a program over all its executions: its threads, objects and operations,
//! numbered in the order in which the search met them.
//!
//! The numbers mean the same in every execution: the second thread that main starts is the same
//! thread whatever the others do. Everything that is compared or shown uses these numbers.

use crate::backtrace;
use crate::fingerprint::Fingerprint;
use crate::hashing::HashMap;
use crate::object::Site;
use crate::options::Options;
use crate::plain::place::Cell;
use interleave_request::{LibraryNames, Names};
use std::hash::Hash;

/// A numbered list of different entries.
#[derive(Debug)]
pub(crate) struct Numbered<T> {
    entries: Vec<T>,
    numbers: HashMap<T, u32>,
}

impl<T> Default for Numbered<T> {
    fn default() -> Self {
        Numbered {
            entries: Vec::new(),
            numbers: HashMap::default(),
        }
    }
}

impl<T: Clone + Eq + Hash> Numbered<T> {
    /// The number of `entry`, which is added if it is new.
    pub(crate) fn number(&mut self, entry: T) -> u32 {
        if let Some(&number) = self.numbers.get(&entry) {
            return number;
        }
        let number = u32::try_from(self.entries.len()).expect("fewer than 2³² entries");
        self.entries.push(entry.clone());
        self.numbers.insert(entry, number);
        number
    }

    pub(crate) fn entries(&self) -> &[T] {
        &self.entries
    }
}

/// A line and column of the program, from 1; both 0 for a place outside of its text.
pub(crate) type Position = (u32, u32);

/// A place in the text of the program's library.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Inside {
    /// The number of the file.
    pub(crate) file: u32,
    pub(crate) position: Position,
}

/// Where an object comes from, which tells it from all others.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Origin {
    /// One of the two streams that every program has: the explorer's own.
    Stream(u8),
    /// A `static`, by its address, which is the same in all executions of one process.
    Static(usize),
    /// The nth object that this thread made at a place, by the place's address.
    MadeBy { thread: u32, site: usize, nth: u32 },
    /// The nth object made at a place that anybody touched: where it cannot be told who made it.
    Touched { site: usize, nth: u32 },
    /// Plain memory for which threads race.
    Memory(Cell),
}

#[derive(Clone, Debug)]
pub(crate) struct ObjectEntry {
    pub(crate) name: String,
    /// Empty for an object that was made and never used.
    pub(crate) kind: &'static str,
    pub(crate) position: Position,
}

#[derive(Clone, Debug)]
pub(crate) struct ThreadEntry {
    pub(crate) name: String,
    pub(crate) position: Position,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct OperationEntry {
    pub(crate) verb: &'static str,
    pub(crate) object: Option<u32>,
    pub(crate) detail: String,
    pub(crate) position: Position,
}

/// See the [module](self).
#[derive(Debug, Default)]
pub(crate) struct Tables {
    file: String,
    names: Names,
    library: Vec<LibraryNames>,
    thread_numbers: Numbered<(u32, u32)>,
    threads: Vec<ThreadEntry>,
    object_numbers: Numbered<Origin>,
    objects: Vec<ObjectEntry>,
    pub(crate) operations: Numbered<OperationEntry>,
    pub(crate) strings: Numbered<String>,
    /// The operation at which a thread with this history is parked: its history decides it.
    parked_at: HashMap<(u32, Fingerprint), u32>,
    /// How many threads or objects were made at a place so far.
    made_at: HashMap<Position, u32>,
    /// How many objects of each name the library has made so far.
    made_by_library: HashMap<String, u32>,
}

pub(crate) const NO_PARENT: u32 = u32::MAX;

impl Tables {
    pub(crate) fn new(options: &Options) -> Self {
        Tables {
            file: options.file.clone(),
            names: options.names.clone(),
            library: options.library.clone(),
            ..Tables::default()
        }
    }

    pub(crate) fn threads(&self) -> &[ThreadEntry] {
        &self.threads
    }

    /// Whether an object of this origin was met before.
    pub(crate) fn knows(&self, origin: Origin) -> bool {
        self.object_numbers.numbers.contains_key(&origin)
    }

    pub(crate) fn objects(&self) -> &[ObjectEntry] {
        &self.objects
    }

    pub(crate) fn object_mut(&mut self, number: u32) -> &mut ObjectEntry {
        &mut self.objects[number as usize]
    }

    /// The number of the `nth` thread that `parent` starts.
    pub(crate) fn thread(
        &mut self,
        parent: u32,
        nth: u32,
        site: Option<Site>,
        given: Option<&str>,
    ) -> u32 {
        let number = self.thread_numbers.number((parent, nth));
        if number as usize == self.threads.len() {
            let position = site.map_or((0, 0), |site| self.position(site));
            let name = match given {
                Some(given) => given.to_owned(),
                None if parent == NO_PARENT => "main".to_owned(),
                None => self.name(position).unwrap_or_else(|| format!("T{number}")),
            };
            self.threads.push(ThreadEntry { name, position });
        }
        number
    }

    /// The number of the object that comes from `origin`.
    pub(crate) fn object(&mut self, origin: Origin, site: Option<Site>) -> u32 {
        let number = self.object_numbers.number(origin);
        if number as usize == self.objects.len() {
            let position = site.map_or((0, 0), |site| self.position(site));
            let name = match position {
                (0, 0) => site.and_then(|site| self.library_name(origin, site)),
                position => self.name(position),
            };
            let name = name.unwrap_or_default();
            self.objects.push(ObjectEntry {
                name,
                kind: "",
                position,
            });
        }
        number
    }

    /// The program's own name for what is made at `position`, if it has one.
    ///
    /// The names of one place are used in turn; `forks[]` becomes `forks[0]`, `forks[1]` and so on.
    fn name(&mut self, position: Position) -> Option<String> {
        let names = self.names.get(&position)?;
        let made = self.made_at.entry(position).or_default();
        let (name, round) = (
            &names[*made as usize % names.len()],
            *made as usize / names.len(),
        );
        *made += 1;
        Some(match name.strip_suffix("[]") {
            Some(name) => format!("{name}[{round}]"),
            None if round == 0 => name.clone(),
            None => format!("{name} {}", round + 1),
        })
    }

    /// The name of what the library makes at `site`: its field, behind what the program calls the
    /// whole (`books.state`), or else behind the type's name (`WaitGroup.state`).
    fn library_name(&mut self, origin: Origin, site: Site) -> Option<String> {
        let file = self.library.iter().find(|file| file.file == site.file())?;
        let is_here = |(line, column, _): &&(u32, u32, Vec<String>)| {
            (*line, *column) == (site.line(), site.column())
        };
        let (_, _, fields) = file.names.iter().find(is_here)?;
        // The compiler makes a `static`, so nobody on the stack does.
        let maker = match origin {
            Origin::MadeBy { .. } => backtrace::caller(self),
            _ => None,
        };
        let owner = maker.and_then(|maker| self.names.get(&maker)?.first());
        // What two ends of a channel have in common is no name for a whole of another kind.
        let owner = owner.filter(|owner| *owner != "channel");
        let owner = owner.unwrap_or(&file.owner).clone();
        // Several fields that are made at one place are made in turn.
        let place = format!("{owner} {}:{}:{}", site.file(), site.line(), site.column());
        let made = self.made_by_library.entry(place).or_default();
        let (field, round) = (
            &fields[*made as usize % fields.len()],
            *made as usize / fields.len(),
        );
        *made += 1;
        let owner = match owner.strip_suffix("[]") {
            Some(owner) => format!("{owner}[{round}]"),
            None if round == 0 => owner,
            None => format!("{owner} {}", round + 1),
        };
        Some(format!("{owner}.{field}"))
    }

    /// The place of `site` in the program's own file, or (0, 0).
    pub(crate) fn position(&self, site: Site) -> Position {
        if site.file() == self.file {
            (site.line(), site.column())
        } else {
            (0, 0)
        }
    }

    pub(crate) fn file(&self) -> &str {
        &self.file
    }

    pub(crate) fn is_own_file(&self, path: &str) -> bool {
        path.ends_with(&self.file)
    }

    /// The number of a file of the library, if it is one.
    pub(crate) fn library_file(&self, path: &str) -> Option<u32> {
        let number = self.library.iter().position(|file| file.file == path)?;
        u32::try_from(number).ok()
    }

    /// A file of the library as a reader knows it.
    pub(crate) fn shown_file(&self, file: u32) -> &str {
        &self.library[file as usize].shown
    }

    /// Whether the program uses a library.
    pub(crate) fn has_library(&self) -> bool {
        !self.library.is_empty()
    }

    pub(crate) fn parked_at(&self, thread: u32, history: Fingerprint) -> Option<u32> {
        self.parked_at.get(&(thread, history)).copied()
    }

    pub(crate) fn set_parked_at(&mut self, thread: u32, history: Fingerprint, operation: u32) {
        self.parked_at.insert((thread, history), operation);
    }
}
