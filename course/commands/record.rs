//! Runs listings and refreshes what is recorded beside them.

use std::collections::BTreeMap;
use std::process::ExitCode;
use std::sync::Mutex;
use std::thread;
use std::time::Duration;

use anyhow::{Context, Result, bail};
use chapters::{Book, Claims, Shelf};
use workbench::explore::Explorer;
use workbench::{Go, Limits, Workbench};

use crate::commands::report;
use crate::pinned;
use crate::program;
use crate::recording::compare::compare;
use crate::recording::listing::Listing;
use crate::recording::race::{self, Detectors};
use crate::recording::refresh::{Change, Error, Recorder};
use crate::root::Root;

/// Runs listings and refreshes what is recorded beside them.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  cargo course record running_hello   one listing
  cargo course record                 all listings
  cargo course record --check         all listings, but write nothing

How a record is compared, and whether a program may fail, is what the chapters' fences say;
CONTRIBUTING.md has the words.")]
pub struct Args {
    /// The listings; all of them if none is named.
    names: Vec<String>,

    /// Write nothing, and end with 1 if anything would change.
    #[arg(long)]
    check: bool,

    /// Take measurements anew too; otherwise they stay as long as their form is right.
    #[arg(long, conflicts_with = "check")]
    measure: bool,

    /// How often each program is run, to find out those that print now this and now that.
    #[arg(long, default_value_t = 5, value_name = "N", value_parser = clap::value_parser!(u16).range(1..))]
    runs: u16,

    /// How many seconds a program may take.
    #[arg(long, default_value_t = 10, value_name = "SECONDS", value_parser = clap::value_parser!(u64).range(1..))]
    limit: u64,
}

/// Runs the command for the course at `root`. It ends with 1 if a listing could not be recorded,
/// or if `--check` finds a difference.
///
/// # Errors
///
/// If a name is unknown, the book cannot be read, or the tools do not work.
pub fn run(args: Args, root: &Root) -> Result<ExitCode> {
    let root = root.path();
    let listings = chosen(
        Listing::all(root).context("failed to read the listings")?,
        &args.names,
    )?;
    let claims = Book::load(root)?.claims();
    let store = program::store();
    let bench = Workbench::open(program::workspace(root), &store.join("programs"))?;
    let go = Go::find(&store.join("go"));
    let recorder = Recorder {
        is_pinned: pinned::is(&bench.toolchain),
        detectors: Detectors::find(
            &bench,
            program::workspace(root),
            go.clone(),
            needs_race(&listings, &claims),
        ),
        go,
        bench,
        explorer: Explorer::new(program::workspace(root), &store.join("explorer")),
        limits: Limits {
            time: Duration::from_secs(args.limit),
            ..Limits::default()
        },
        runs: args.runs.into(),
        measure: args.measure,
    };
    warn_of_what_is_missing(&recorder);

    let results = observe_all(&recorder, &listings, &claims);
    let mut tally = Tally::default();
    for (listing, result) in listings.iter().zip(results) {
        match result {
            Err(error) => {
                tally.failed += 1;
                anstream::eprintln!("{error}\n{}: nothing was changed\n", listing.name);
            }
            Ok(changes) => {
                tally.changed += usize::from(!changes.is_empty());
                for change in changes {
                    announce(listing, &change, args.check);
                    if !args.check {
                        carry_out(listing, &change)?;
                    }
                }
            }
        }
    }
    Ok(tally.report(listings.len(), args.check))
}

/// Whether there is any data race to be recorded: a detector takes a while to get ready.
fn needs_race(listings: &[Listing], claims: &BTreeMap<(Shelf, String), Claims>) -> bool {
    listings.iter().any(|listing| {
        let claims = claims.get(&(listing.shelf, listing.name.clone()));
        claims.is_some_and(|claims| race::RECORDS.iter().any(|record| claims.shows(*record)))
    })
}

/// Those that are named, or all.
fn chosen(all: Vec<Listing>, names: &[String]) -> Result<Vec<Listing>> {
    for name in names {
        if !all.iter().any(|listing| listing.name == *name) {
            bail!(
                "failed to find the listing `{name}`{}",
                suggestion(&all, name)
            );
        }
    }
    let is_chosen = |listing: &Listing| names.is_empty() || names.contains(&listing.name);
    Ok(all.into_iter().filter(is_chosen).collect())
}

fn suggestion(all: &[Listing], name: &str) -> String {
    let closeness = |listing: &&Listing| strsim::jaro_winkler(&listing.name, name);
    let closest = all
        .iter()
        .max_by(|a, b| closeness(a).total_cmp(&closeness(b)));
    closest.map_or_else(
        || "; there are no listings at all".to_owned(),
        |listing| format!("; did you mean `{}`?", listing.name),
    )
}

fn warn_of_what_is_missing(recorder: &Recorder) {
    if recorder.go.is_none() {
        let how = workbench::go::HOW_TO_GET;
        report::warning(format_args!(
            "there is no Go here, so the Go twins are left as they are; {how}"
        ));
    }
    if !recorder.is_pinned {
        let (this, pinned) = (recorder.bench.toolchain.release(), pinned::rustc());
        report::warning(format_args!(
            "what the compiler says is left as it is: this is rustc {this}, and the chapters \
             show the words of {pinned}"
        ));
    }
}

type Results = Vec<Result<Vec<Change>, Error>>;

/// Observes all listings, as many at once as there are processors. Results are in the order of
/// the listings.
fn observe_all(
    recorder: &Recorder,
    listings: &[Listing],
    claims: &BTreeMap<(Shelf, String), Claims>,
) -> Results {
    let queue = Mutex::new(listings.iter().enumerate());
    let results = Mutex::new(Vec::new());
    let unclaimed = Claims::default();
    let work = || {
        loop {
            let next = queue.lock().expect("no thread panics with it").next();
            let Some((number, listing)) = next else { break };
            let key = (listing.shelf, listing.name.clone());
            let claims = claims.get(&key).unwrap_or(&unclaimed);
            let result = recorder.changes(listing, claims);
            results
                .lock()
                .expect("no thread panics with it")
                .push((number, result));
        }
    };
    thread::scope(|scope| {
        for _ in 0..thread::available_parallelism().map_or(1, usize::from) {
            scope.spawn(work);
        }
    });
    let mut results = results.into_inner().expect("no thread panics with it");
    results.sort_by_key(|(number, _)| *number);
    results.into_iter().map(|(_, result)| result).collect()
}

/// Prints the name of the file, and what is different in it.
fn announce(listing: &Listing, change: &Change, check: bool) {
    let file = listing.file(change.record().file_name()).path();
    let file = file.display();
    match change {
        Change::Remove(_) if check => anstream::println!("{file}: is recorded of nothing"),
        Change::Remove(_) => anstream::println!("{file}: removed"),
        Change::Write(record, text) => {
            let before = std::fs::read_to_string(listing.folder.join(record.file_name()));
            let Ok(before) = before else {
                return anstream::println!("{file}: {}", if check { "is missing" } else { "new" });
            };
            anstream::println!("{file}: {}", if check { "differs" } else { "changed" });
            if let Err(difference) = compare(chapters::Mode::Exact, &before, text) {
                anstream::println!("{difference}");
            }
        }
    }
}

fn carry_out(listing: &Listing, change: &Change) -> Result<()> {
    change.carry_out(&listing.folder).with_context(|| {
        let folder = listing.folder.display();
        format!("failed to write into {folder}; is the folder writable?")
    })
}

#[derive(Default)]
struct Tally {
    changed: usize,
    failed: usize,
}

impl Tally {
    fn report(&self, all: usize, check: bool) -> ExitCode {
        let Self { changed, failed } = self;
        let verb = if check { "would change" } else { "changed" };
        anstream::eprintln!("{all} listings: {changed} {verb}, {failed} failed");
        ExitCode::from(u8::from(*failed > 0 || (check && *changed > 0)))
    }
}
