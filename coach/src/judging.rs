//! What each check says of an answer: in every schedule, and then once on real threads.

use crate::building::{Builder, Runnable, Source};
use crate::telling::{self, Demand};
use crate::verdict::{Checked, Failure, Finding, Refusal};
use crate::{Cancel, Error};
use std::collections::hash_map::RandomState;
use std::hash::BuildHasher;
use std::num::NonZero;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::Duration;
use workbench::explore::{Assembled, Error as NotExplored, Limits, Memory, Question};
use workbench::{CompilerSaid, Finished};

/// One line of what a program of checks says about itself.
struct Demanded {
    demand: Demand,
    property: String,
}

/// How far a check is explored. Checks are made so small that no sensible answer comes near it.
const LIMITS: Limits = Limits {
    states: 100_000,
    steps: 400,
    time: Duration::from_secs(20),
    samples: 200,
    silence: Duration::from_secs(1),
};

/// How long each check is explored at first, if somebody waits. Where another one fails meanwhile,
/// that is enough: there is something to mend.
const FIRST_LOOK: Duration = Duration::from_secs(1);

/// What came of an answer: what each check says, or why it was turned away.
type Judged = Result<Vec<Checked>, Refusal>;

/// What each check says after it was explored.
type Explored = Result<Vec<Checked>, Error>;

/// Judges an answer.
pub(crate) fn judge(
    builder: &Builder,
    source: &Source<'_>,
    hurries: bool,
    cancel: &Cancel,
) -> Result<Judged, Error> {
    // The compiler prepares the program for real threads meanwhile.
    let compiling = hurries.then(|| compile_aside(builder, source, cancel));
    let compiled = || match compiling {
        Some(compiling) => compiling.recv().map_err(|_| Error::Cancelled)?,
        None => builder.compile(source, cancel),
    };
    let assembled = match builder.assemble(source, cancel) {
        Ok(assembled) => assembled,
        Err(NotExplored::Compile { said }) => {
            let said = said.trim_end().to_owned();
            return Ok(Err(refusal(compiled()?, said)));
        }
        Err(error @ NotExplored::Syntax { .. }) => {
            return Ok(Err(refusal(compiled()?, error.to_string())));
        }
        Err(error @ NotExplored::GoesPast { .. }) => {
            let said = error.to_string();
            return Ok(Err(Refusal::NotExplorable { said }));
        }
        Err(error) => return Err(error.into()),
    };
    let demanded = demanded(source.name, &assembled.ask("list")?)?;
    let mut checked = explore_all(&assembled, &demanded, source.text, hurries, cancel)?;
    if is_right(&checked) {
        match compiled()? {
            Err(said) => return Ok(Err(Refusal::DoesNotCompile { said: said.text })),
            Ok(program) => run_all(&program, &demanded, &mut checked, hurries, cancel)?,
        }
    }
    Ok(Ok(checked))
}

/// Judges many answers to the same checks, as [`judge`] does each of them. Two programs are built
/// for all of them together, which takes less time than two for each.
pub(crate) fn judge_all(
    builder: &Builder,
    sources: &[Source<'_>],
    cancel: &Cancel,
) -> Result<Vec<Result<Judged, Error>>, Error> {
    let Some(Source { name, .. }) = sources.first() else {
        return Ok(Vec::new());
    };
    let assembled = builder.assemble_all(name, sources, cancel)?;
    // All of them are put to the same checks.
    let demanded = match assembled.iter().flatten().next() {
        Some(assembled) => demanded(name, &assembled.ask("list")?)?,
        None => Vec::new(),
    };
    let explored = sources.iter().zip(assembled).map(|(source, assembled)| {
        let assembled = assembled?;
        let checked = explore_all(&assembled, &demanded, source.text, false, cancel);
        Some(checked)
    });
    let explored: Vec<Option<Explored>> = explored.collect();
    let programs = compile_right(builder, name, sources, &explored, cancel)?;
    let all = sources.iter().zip(explored).zip(programs);
    type One<'a> = ((&'a Source<'a>, Option<Explored>), Option<Runnable>);
    let conclude = |((source, explored), program): One<'_>| {
        match (explored.transpose()?, program) {
            (Some(mut checked), Some(program)) => {
                run_all(&program, &demanded, &mut checked, false, cancel)?;
                Ok(Ok(checked))
            }
            (Some(checked), None) if !is_right(&checked) => Ok(Ok(checked)),
            // One of the two programs is not to be had: built alone, it says why.
            _ => judge(builder, source, false, cancel),
        }
    };
    Ok(all.map(conclude).collect())
}

/// The programs for real threads of those answers that no schedule has shown to be wrong.
fn compile_right(
    builder: &Builder,
    name: &str,
    sources: &[Source<'_>],
    explored: &[Option<Explored>],
    cancel: &Cancel,
) -> Result<Vec<Option<Runnable>>, Error> {
    let is_one =
        |place: &usize| matches!(&explored[*place], Some(Ok(checked)) if is_right(checked));
    let places: Vec<usize> = (0..sources.len()).filter(is_one).collect();
    let right: Vec<Source<'_>> = places.iter().map(|place| sources[*place]).collect();
    let mut programs: Vec<Option<Runnable>> = sources.iter().map(|_| None).collect();
    for (place, program) in places
        .iter()
        .zip(builder.compile_all(name, &right, cancel)?)
    {
        programs[*place] = program;
    }
    Ok(programs)
}

fn is_right(checked: &[Checked]) -> bool {
    checked.iter().all(|checked| checked.finding.is_pass())
}

/// The program for real threads, or what the compiler said.
type Compiled = Result<Result<Runnable, CompilerSaid>, Error>;

fn compile_aside(builder: &Builder, source: &Source<'_>, cancel: &Cancel) -> Receiver<Compiled> {
    let (send, receive) = channel();
    let (builder, cancel) = (builder.clone(), cancel.clone());
    let [name, text, checks] = [source.name, source.text, source.checks].map(str::to_owned);
    thread::spawn(move || {
        let source = Source {
            name: &name,
            text: &text,
            checks: &checks,
        };
        // Nobody may want to know any more.
        let _ = send.send(builder.compile(&source, &cancel));
    });
    receive
}

/// Why an answer that does not compile with the stand-ins is turned away.
fn refusal(compiled: Result<Runnable, CompilerSaid>, said: String) -> Refusal {
    match compiled {
        Err(compiler) => Refusal::DoesNotCompile {
            said: compiler.text,
        },
        Ok(_) => Refusal::NotExplorable { said },
    }
}

fn demanded(name: &str, list: &str) -> Result<Vec<Demanded>, Error> {
    let line = |line: &str| {
        let (demand, property) = line.split_once(' ')?;
        Some(Demanded {
            demand: demand.parse().ok()?,
            property: property.to_owned(),
        })
    };
    let all: Option<Vec<Demanded>> = list.lines().map(line).collect();
    let all = all.filter(|all| !all.is_empty());
    all.ok_or_else(|| Error::Checks {
        name: name.to_owned(),
        said: format!("they list themselves as {list:?}"),
    })
}

/// Explores all checks; in a hurry as many at a time as there are cores.
fn explore_all(
    assembled: &Assembled,
    demanded: &[Demanded],
    text: &str,
    hurries: bool,
    cancel: &Cancel,
) -> Result<Vec<Checked>, Error> {
    let all: Vec<usize> = (0..demanded.len()).collect();
    let explore = |numbers: &[usize], time| {
        let one = |number: usize| match cancel.is_cancelled() {
            true => Err(Error::Cancelled),
            false => explore(assembled, number, &demanded[number], text, time),
        };
        each(numbers, if hurries { cores() } else { 1 }, one)
    };
    if !hurries {
        return explore(&all, LIMITS.time);
    }
    let mut checked = explore(&all, FIRST_LOOK)?;
    if checked
        .iter()
        .any(|checked| checked.finding.failure().is_some())
    {
        return Ok(checked);
    }
    let is_unknown = |number: &usize| matches!(checked[*number].finding, Finding::Unknown { .. });
    let unknown: Vec<usize> = all.into_iter().filter(is_unknown).collect();
    for (number, again) in unknown.iter().zip(explore(&unknown, LIMITS.time)?) {
        checked[*number] = again;
    }
    Ok(checked)
}

fn cores() -> usize {
    thread::available_parallelism().map_or(1, NonZero::get)
}

/// What comes of each of these numbers, so many of them at a time.
fn each<T: Send>(
    numbers: &[usize],
    at_a_time: usize,
    one: impl Fn(usize) -> Result<T, Error> + Sync,
) -> Result<Vec<T>, Error> {
    let next = AtomicUsize::new(0);
    let found: Vec<Mutex<Option<Result<T, Error>>>> =
        numbers.iter().map(|_| Mutex::default()).collect();
    let work = || {
        loop {
            let place = next.fetch_add(1, Ordering::Relaxed);
            let Some(number) = numbers.get(place) else {
                return;
            };
            *found[place].lock().expect("nobody panics with it") = Some(one(*number));
        }
    };
    thread::scope(|scope| {
        for _ in 1..at_a_time.min(numbers.len()) {
            scope.spawn(work);
        }
        work();
    });
    let all = found.into_iter().map(|found| {
        let found = found.into_inner().expect("nobody panics with it");
        found.expect("every number was taken by somebody")
    });
    all.collect()
}

fn explore(
    assembled: &Assembled,
    number: usize,
    demanded: &Demanded,
    text: &str,
    time: Duration,
) -> Result<Checked, Error> {
    let mut question = Question {
        limits: Limits { time, ..LIMITS },
        ..Question::default()
    };
    if demanded.demand == Demand::Weak {
        question.model.memory = Memory::Weak;
    }
    let word = secret();
    let explored = match assembled.explore([&number.to_string(), &word], &question, |_| ()) {
        Ok(explored) => explored,
        // The answer has broken the process in which it was explored.
        Err(NotExplored::Broken { why }) => {
            return Ok(Checked {
                property: demanded.property.clone(),
                finding: Finding::Failed(Failure {
                    what: why,
                    ..Failure::default()
                }),
                graph: None,
            });
        }
        Err(error) => return Err(error.into()),
    };
    let finding = telling::finding(&explored.graph, demanded.demand, &word, text);
    let graph = (!finding.is_pass()).then_some(explored.json);
    Ok(Checked {
        property: demanded.property.clone(),
        finding,
        graph,
    })
}

/// Runs each check once on real threads; in a hurry as many at a time as there are cores.
fn run_all(
    program: &Runnable,
    demanded: &[Demanded],
    checked: &mut [Checked],
    hurries: bool,
    cancel: &Cancel,
) -> Result<(), Error> {
    // One run says nothing about what some schedule can do, and must not wait for ever.
    let can_tell = |number: &usize| {
        matches!(
            demanded[*number].demand,
            Demand::Every | Demand::Weak | Demand::Free
        )
    };
    let numbers: Vec<usize> = (0..demanded.len()).filter(can_tell).collect();
    let one = |number: usize| match cancel.is_cancelled() {
        true => Err(Error::Cancelled),
        false => run(program, number, cancel),
    };
    let failures = each(&numbers, if hurries { cores() } else { 1 }, one)?;
    for (number, failure) in numbers.into_iter().zip(failures) {
        if let Some(failure) = failure {
            checked[number].finding = Finding::Failed(failure);
        }
    }
    Ok(())
}

fn run(program: &Runnable, number: usize, cancel: &Cancel) -> Result<Option<Failure>, Error> {
    let limits = workbench::Limits::default();
    let word = secret();
    let mut job = program.job(&limits);
    job.environment
        .push(("CHECK".into(), number.to_string().into()));
    job.input = word.clone().into_bytes();
    let finished = job.finish_unless(cancel)?;
    if cancel.is_cancelled() {
        return Err(Error::Cancelled);
    }
    let is_done =
        finished.ending == workbench::Ending::Exited(0) && finished.stdout.contains(&word);
    Ok((!is_done).then(|| failure(program, &finished, &limits)))
}

/// A word by which a check says that it has come to where it wants to be. It is another one each
/// time, so that no answer can say it.
fn secret() -> String {
    let half = || RandomState::new().hash_one("a check");
    format!("\u{1}{:016x}{:016x}", half(), half())
}

fn failure(program: &Runnable, finished: &Finished, limits: &workbench::Limits) -> Failure {
    let explained = finished.ending.explain(limits);
    let what = match explained {
        Some(explained) => format!("on real threads it {explained}"),
        None => format!(
            "on real threads it ended with status {} before the check was done",
            finished.ending.status()
        ),
    };
    let stderr = program.said(finished.stderr.trim());
    Failure {
        what,
        details: stderr.lines().take(12).map(str::to_owned).collect(),
        ..Failure::default()
    }
}
