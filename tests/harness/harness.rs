//! Checks one block of a book: the same way for the course and for the books that lie.
//!
//! skeptic compiles and runs a Rust block. It calls `rustc.rs`, which stands in for the compiler
//! and for the program, works with the course's workbench, and reports what there was to see.
//! That report is compared with what the chapters claim.

use std::collections::BTreeMap;
use std::fs;
use std::panic;
use std::path::{Path, PathBuf};

use chapters::fence::End;
use chapters::{Block, Book, Chapter, Claims, Language, Role, Shelf};
use course::pinned;
use course::recording::judge::Case;
use course::recording::listing::Listing;
use course::recording::observe::{self, Seen};
use workbench::{Go, Limits, Workbench};

use stand_in::Assignment;

#[path = "stand_in.rs"]
pub mod stand_in;

/// Whether skeptic is content says too little, and it says it in a panic with a command line of
/// many thousand characters. The harness has better words.
fn silence_skeptic() {
    let default = panic::take_hook();
    panic::set_hook(Box::new(move |info| {
        let is_skeptic = |place: &panic::Location| place.file().contains("skeptic-");
        if !info.location().is_some_and(is_skeptic) {
            default(info);
        }
    }));
}

/// The folder of the course.
pub fn workspace() -> &'static Path {
    let mut folders = Path::new(env!("CARGO_MANIFEST_DIR")).ancestors();
    folders.nth(2).expect("the harness is in `tests/harness`")
}

/// One of skeptic's two functions.
pub type Run = fn(&str, &str, &str, &str);

/// A book, and what is needed to check it.
pub struct Harness {
    /// The book.
    pub book: Book,
    /// What its chapters claim.
    pub claims: BTreeMap<(Shelf, String), Claims>,
    bench: Workbench,
    go: Option<Go>,
    limits: Limits,
    assignment: Assignment,
}

impl Harness {
    /// Reads the book at `root`. Only one harness may be in a process, since skeptic learns from
    /// the environment what to call.
    pub fn new(root: &Path, limits: Limits) -> Self {
        let stand_in = Path::new(env!("CARGO_BIN_EXE_rustc-for-skeptic"));
        let store = stand_in
            .parent()
            .expect("it is in a folder")
            .join("listings");
        let bench = Workbench::open(workspace(), &store.join("programs"))
            .unwrap_or_else(|error| panic!("{error}"));
        let book = Book::load(root).unwrap_or_else(|error| panic!("{error}"));
        let assignment = Assignment {
            bench: bench.clone(),
            limits,
            reports: PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("reports"),
            prefix: std::process::id().to_string(),
        };
        fs::create_dir_all(&assignment.reports).expect("the target folder is writable");
        let environment = serde_json::to_string(&assignment).expect("it is plain data");
        // SAFETY: the standard library locks the environment while it is read or written, and
        // nothing in this process reads it in another way.
        unsafe {
            std::env::set_var("RUSTC", stand_in);
            std::env::set_var(stand_in::ENVIRONMENT, environment);
        }
        silence_skeptic();
        Self {
            claims: book.claims(),
            book,
            go: Go::find(&store.join("go")),
            bench,
            limits,
            assignment,
        }
    }

    /// Has `run` compile and run the block that `text` is marked as, and compares.
    ///
    /// # Errors
    ///
    /// What is not as the chapters claim, for an author to read.
    pub fn rust_block(&self, run: Run, arguments: [&str; 4]) -> Result<(), String> {
        let (mark, _) = stand_in::split(arguments[3]).expect("the build script marks each block");
        let block = self
            .book
            .marked(mark)
            .expect("the tests were generated from this book");
        let report = self.assignment.report(mark);
        let [root, out, target, text] = arguments;
        // A program that fails may be what the chapter claims.
        let verdict = panic::catch_unwind(|| run(root, out, target, text));
        let json = match (fs::read(&report), verdict) {
            (Ok(json), _) => json,
            (Err(_), Err(trouble)) => panic::resume_unwind(trouble),
            (Err(error), Ok(())) => panic!("failed to read {}: {error}", report.display()),
        };
        fs::remove_file(&report).expect("it was there");
        let seen: Seen = serde_json::from_slice(&json).expect("the stand-in writes it");
        self.judge_rust(block, &seen)
    }

    fn judge_rust(&self, (chapter, block): (&Chapter, &Block), seen: &Seen) -> Result<(), String> {
        if let Some(file) = block.listing_file() {
            let listing = Listing::new(&self.book.root, file.shelf, &file.name);
            return self
                .case(&listing)
                .rust(seen)
                .map_err(|error| error.to_string());
        }
        // The linter says what to do about code that is no listing. Here it is held to its fence.
        let claims = Claims {
            rust: match block.role() {
                Role::Program(_, fate) => Some(fate),
                _ => None,
            },
            ..Claims::default()
        };
        let listing = Listing::new(&self.book.root, Shelf::Examples, "");
        let case = Case {
            claims: &claims,
            ..self.case(&listing)
        };
        case.rust_end(seen).map_err(|objection| {
            let (chapter, line) = (chapter.path.display(), block.line);
            format!("{chapter}:{line}: this program {}", objection.problem())
        })
    }

    /// Builds, vets and runs the Go twin of a listing, and compares.
    ///
    /// # Errors
    ///
    /// What is not as the chapters claim, for an author to read.
    pub fn go_twin(&self, shelf: Shelf, name: &str) -> Result<(), String> {
        let go = self
            .go
            .as_ref()
            .expect("the test is ignored where there is no Go");
        let listing = Listing::new(&self.book.root, shelf, name);
        let program = listing.program(Language::Go).map_err(|error| {
            let file = listing.file("main.go").path();
            format!("failed to read {}: {error}", file.display())
        })?;
        let case = self.case(&listing);
        let to_be_run = case.go_fate().end != End::Compiles;
        let seen = observe::go(go, &self.limits, &program, to_be_run);
        let seen = seen.map_err(|error| error.to_string())?;
        case.go(&seen).map_err(|error| error.to_string())
    }

    /// Whether this compiler is the one whose words the chapters show.
    pub fn is_pinned(&self) -> bool {
        pinned::is(&self.bench.toolchain)
    }

    fn case<'a>(&'a self, listing: &'a Listing) -> Case<'a> {
        static UNCLAIMED: std::sync::LazyLock<Claims> = std::sync::LazyLock::new(Claims::default);
        let key = (listing.shelf, listing.name.clone());
        Case {
            listing,
            claims: self.claims.get(&key).unwrap_or(&UNCLAIMED),
            limits: &self.limits,
            is_pinned: self.is_pinned(),
            new_output: None,
        }
    }
}
