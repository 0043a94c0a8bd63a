//! `explore`: every schedule of a program.

use super::report;
use crate::program;
use crate::root::Root;
use anyhow::Context;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Duration;
use workbench::explore::graph::{Graph, Outcome};
use workbench::explore::{Explorer, Limits, Memory, Model, Question, Time, words};

/// The arguments of `explore`.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Ends with 0 if all is well, 1 if a schedule fails, 2 if not everything was explored.

Examples:
  cargo course explore races_next                the listing of this name
  cargo course explore my.rs --json graph.json   a file, and its graph for a page
  cargo course explore races_next --memory weak  with loads that may see older stores")]
pub struct Args {
    /// A listing's name, or a file.
    #[arg(value_name = "LISTING|FILE.rs")]
    program: String,

    /// Writes the graph of all states as JSON (described in explorer/GRAPH.md); - is stdout.
    #[arg(long, value_name = "FILE")]
    json: Option<PathBuf>,

    /// Which values a load may see: the latest (sc), or an older one where C11 allows that (weak).
    ///
    /// Without it, what the program asks for in a comment `// explore: --memory weak`, or else sc.
    #[arg(long, value_name = "MODEL")]
    memory: Option<MemoryName>,

    /// When a sleep or a timeout may end: at any time, or only when nobody else can move (idle).
    ///
    /// Without it, what the program asks for in such a comment, or else anytime.
    #[arg(long, value_name = "MODEL")]
    time: Option<TimeName>,

    /// Lets a wait on a condition end without a notification, and a compare_exchange_weak fail for
    /// no reason, as std allows.
    #[arg(long)]
    spurious: bool,

    /// Stops after this many states.
    #[arg(long, value_name = "N", default_value_t = Limits::default().states)]
    max_states: usize,

    /// Follows no schedule further than this many steps.
    #[arg(long, value_name = "N", default_value_t = Limits::default().steps)]
    max_steps: usize,

    /// Stops after this many seconds.
    #[arg(long, value_name = "SECONDS", default_value_t = Limits::default().time.as_secs())]
    max_time: u64,

    /// Shows this schedule in place of the shortest that fails: at each state, which of its steps.
    #[arg(long, value_name = "N,N,…", value_delimiter = ',')]
    schedule: Option<Vec<usize>>,
}

#[derive(Clone, Copy, Debug, clap::ValueEnum)]
enum MemoryName {
    Sc,
    Weak,
}

#[derive(Clone, Copy, Debug, clap::ValueEnum)]
enum TimeName {
    Anytime,
    Idle,
}

/// Explores a program, and shows what came of it.
///
/// # Errors
///
/// When there is no such program, or when it cannot be explored.
pub fn run(args: Args, root: &Root) -> anyhow::Result<ExitCode> {
    let file = find(&args.program, root);
    let text = fs::read_to_string(&file).with_context(|| {
        format!(
            "failed to read {}; give a listing's name or a file",
            file.display()
        )
    })?;
    let explorer = Explorer::new(root.path(), &program::explorer_folder(root));
    let mut shown = false;
    let progress = |progress: workbench::explore::Progress| {
        shown = true;
        let states = words::counted(progress.states, "state");
        let open = words::counted(progress.open, "more step");
        anstream::eprint!("\r{states}, {open} to take …  ");
    };
    let explored = explorer.explore(&args.program, &text, &question(&args, &text)?, progress);
    if shown {
        anstream::eprintln!();
    }
    let explored = explored?;
    match &args.json {
        Some(path) if path == Path::new("-") => anstream::println!("{}", explored.json),
        Some(path) => fs::write(path, &explored.json)
            .with_context(|| format!("failed to write {}", path.display()))?,
        None => {}
    }
    if args.json.as_deref() != Some(Path::new("-")) {
        show(&explored.graph, &text, args.schedule.as_deref());
    }
    Ok(status(&explored.graph))
}

/// What the program asks for itself, but for what the arguments say.
fn question(args: &Args, text: &str) -> anyhow::Result<Question> {
    let Model {
        memory,
        time,
        spurious_wakeups,
        merging,
    } = Question::of(text)?.model;
    let model = Model {
        memory: match args.memory {
            Some(MemoryName::Sc) => Memory::Sc,
            Some(MemoryName::Weak) => Memory::Weak,
            None => memory,
        },
        time: match args.time {
            Some(TimeName::Anytime) => Time::Anytime,
            Some(TimeName::Idle) => Time::Idle,
            None => time,
        },
        spurious_wakeups: args.spurious || spurious_wakeups,
        merging,
    };
    let limits = Limits {
        states: args.max_states,
        steps: args.max_steps,
        time: Duration::from_secs(args.max_time),
        ..Limits::default()
    };
    Ok(Question {
        model,
        limits,
        ..Question::default()
    })
}

/// The file of a listing, or the file itself.
fn find(program: &str, root: &Root) -> PathBuf {
    let listing = root
        .path()
        .join("listings/examples")
        .join(program)
        .join("main.rs");
    if listing.is_file() {
        listing
    } else {
        program.into()
    }
}

fn status(graph: &Graph) -> ExitCode {
    match (graph.fails(), graph.complete) {
        (true, _) => ExitCode::from(1),
        (false, false) => ExitCode::from(2),
        (false, true) => ExitCode::SUCCESS,
    }
}

fn show(graph: &Graph, text: &str, schedule: Option<&[usize]>) {
    anstream::println!("{}\n", summary(graph));
    let counts: Vec<_> = graph
        .outcomes
        .iter()
        .map(|end| counted(graph, end))
        .collect();
    let width = counts.iter().map(String::len).max().unwrap_or_default();
    for (outcome, count) in graph.outcomes.iter().zip(&counts) {
        show_outcome(graph, outcome, &format!("{count:>width$}"));
    }
    if let Some(schedule) = schedule {
        anstream::println!("\nthe schedule that you have given:\n");
        anstream::print!("{}", graph.schedule_text(schedule, text));
    } else if let Some(outcome) = graph.shortest_failure() {
        anstream::println!("\nthe shortest schedule that fails{}:\n", among(graph));
        anstream::print!("{}", graph.schedule_text(&outcome.schedule, text));
        if let Some(failure) = graph.failure(outcome) {
            anstream::println!("\n      {failure}");
        }
    }
    if graph.model.memory == Memory::Weak {
        anstream::println!("\n{WEAK_MEMORY}");
    }
    if sees_too_little(graph, text) {
        report::warning(
            "the program has `unsafe` code, and plain memory was not looked at, which needs Linux \
             and RUSTC_BOOTSTRAP: data races were not looked for",
        );
    }
    if !graph.complete {
        let cut = graph.cut.as_deref().unwrap_or_default();
        let tried = match graph.samples {
            0 => String::new(),
            1 => "; 1 schedule more was tried at random".to_owned(),
            samples => format!("; {samples} schedules more were tried at random"),
        };
        report::warning(format_args!("there may be other outcomes: {cut}{tried}"));
    }
}

/// What a reader must know who asks for weak memory: there is more that hardware may do.
const WEAK_MEMORY: &str = "\
memory is weak: a load may see an older value where the orderings allow that. Not explored are
  - a store that takes effect before a load that stands above it (load buffering)
  - a store that others see before one which was made earlier to the same atomic (2+2W)
and locks, channels and barriers hand on more than their documentation promises.";

/// Whether the program may have data races that were not looked for.
fn sees_too_little(graph: &Graph, text: &str) -> bool {
    let mut words = text.split(|letter: char| !letter.is_alphanumeric());
    !graph.plain && words.any(|word| word == "unsafe")
}

fn among(graph: &Graph) -> &'static str {
    if graph.complete {
        ""
    } else {
        " among those that were explored"
    }
}

/// How much was explored. Only of a complete search it says "all".
fn summary(graph: &Graph) -> String {
    let states = words::counted(graph.states.len(), "state");
    let steps = words::counted(graph.edges(), "step");
    let size = format!("{states}, {steps} between them");
    if !graph.complete {
        return format!("explored in part: {size}");
    }
    let repeats = if graph.cyclic {
        " that come to no state twice"
    } else {
        ""
    };
    match graph.schedules.as_deref() {
        Some("0") => format!("no schedule ends ({size})"),
        Some("1") if graph.cyclic => {
            format!("its only schedule that comes to no state twice ({size})")
        }
        Some("1") => format!("its only schedule ({size})"),
        Some(schedules) => format!("all {schedules} schedules{repeats} ({size})"),
        None => format!("all schedules, more than can be counted ({size})"),
    }
}

/// In how many schedules it ends so. No share: readers take a share for a likelihood.
fn counted(graph: &Graph, outcome: &Outcome) -> String {
    let all = graph.schedules.as_deref().filter(|_| graph.complete);
    match (outcome.count.as_deref(), all) {
        (Some(count), Some(all)) => format!("{count} of {all}"),
        (Some(count), None) => count.to_owned(),
        (None, _) => "-".to_owned(),
    }
}

fn show_outcome(graph: &Graph, outcome: &Outcome, count: &str) {
    let mark = if outcome.fails { "✗" } else { "✓" };
    let failure = graph.failure(outcome);
    let mut what = Vec::new();
    if !outcome.stdout.is_empty() {
        what.push(format!("prints {:?}", outcome.stdout));
    }
    if !outcome.stderr.is_empty() {
        what.push(format!("prints {:?} to stderr", outcome.stderr));
    }
    what.extend(failure);
    if what.is_empty() {
        what.push("ends without a word".to_owned());
    }
    anstream::println!("{mark} {count}  {}", what.join(", then "));
}
