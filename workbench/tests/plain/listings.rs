//! Races in the text of the crate `listings`, which a program uses.

use crate::{explorer, folder};
use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;
use workbench::explore::{Explorer, Question};
use workbench::race::explored;

/// A type that counts as a `WaitGroup` would, if nobody had thought of races.
const GROUP: &str = "\
use std::cell::UnsafeCell;
use std::thread::{self, JoinHandle};

pub struct Group {
    count: UnsafeCell<u32>,
}

unsafe impl Sync for Group {}

impl Group {
    pub const fn new() -> Self {
        Group { count: UnsafeCell::new(0) }
    }

    pub fn add(&self) {
        unsafe { *self.count.get() += 1 };
    }

    pub fn done(&self) {
        let count = self.count.get();
        unsafe { count.write(count.read() - 1) };
    }

    pub fn spawn(&'static self) -> JoinHandle<()> {
        thread::spawn(|| self.done())
    }
}
";

const PROGRAM: &str = "\
use listings::Group;

static GROUP: Group = Group::new();

fn main() {
    GROUP.add();
    let ann = GROUP.spawn();
    GROUP.add();
    ann.join().unwrap();
}
";

/// An explorer of a workspace in which `listings` has nothing but that type.
fn with_group() -> Explorer {
    let sources = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("group/src");
    fs::create_dir_all(&sources).expect("it is writable");
    let write = |name: &str, text: &str| {
        fs::write(sources.join(name), text).expect("it is writable");
    };
    write("lib.rs", "mod group;\npub use group::Group;\n");
    write("group.rs", GROUP);
    explorer().with_listings(&sources)
}

#[test]
fn a_race_inside_the_library_is_reported_there_and_where_it_is_called() {
    let found = explored::explore(&with_group(), "in_listings", "src/main.rs", PROGRAM);
    let found = found.expect("it is small");
    let expected = "\
==================
WARNING: DATA RACE
Read of GROUP by thread 'T1':
  Group::done()
      listings/src/group.rs:21:36

Previous write of GROUP by main thread:
  Group::add()
      listings/src/group.rs:16:18
  main()
      src/main.rs:8:11

Thread 'T1' created by main thread at:
  main()
      src/main.rs:7:21
==================
Found 1 data race(s)
";
    let text = found.text();
    assert!(text.starts_with(expected), "{text}");
}

#[test]
fn an_outcome_names_the_librarys_line() {
    let explored = with_group().explore("in_listings_words", PROGRAM, &Question::default(), |_| ());
    let graph = explored.expect("it can be explored").graph;
    let words: BTreeSet<String> = graph
        .races()
        .filter_map(|race| graph.failure(race))
        .collect();
    let [one] = words.iter().collect::<Vec<_>>()[..] else {
        panic!("{words:?}");
    };
    assert!(
        one.contains("at listings/src/group.rs:16, from line 8"),
        "{one}"
    );
    assert!(one.contains("at listings/src/group.rs:21"), "{one}");
}

/// A graph says nothing of where the workspace lies.
#[test]
fn no_graph_has_a_path_of_this_machine() {
    let explored = with_group().explore("in_listings_path", PROGRAM, &Question::default(), |_| ());
    let json = explored.expect("it can be explored").json;
    assert!(!json.contains(&*folder().to_string_lossy()), "{json}");
    assert!(!json.contains(env!("CARGO_TARGET_TMPDIR")), "{json}");
}
