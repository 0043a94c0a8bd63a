//! What each check says of an answer: in every schedule, and then once on real threads.

use crate::building::{Builder, Source};
use crate::telling::{self, Demand};
use crate::verdict::{Checked, Failure, Finding, Refusal};
use crate::{Cancel, Error};
use std::num::NonZero;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::Duration;
use workbench::explore::{Assembled, Error as NotExplored, Limits, Memory, Question};
use workbench::{Compiled, Executable, Finished};

/// One line of what a program of checks says about itself.
struct Demanded {
    demand: Demand,
    property: String,
}

/// How far a check is explored. Checks are made so small that no sensible answer comes near it.
const LIMITS: Limits = Limits {
    states: 100_000,
    steps: 2_000,
    time: Duration::from_secs(20),
    samples: 200,
    silence: Duration::from_secs(1),
};

/// Judges an answer: what each check says, or why it was turned away.
pub(crate) fn judge(
    builder: &Builder,
    source: &Source<'_>,
    hurries: bool,
    cancel: &Cancel,
) -> Result<Result<Vec<Checked>, Refusal>, Error> {
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
    if checked.iter().all(|checked| checked.finding.is_pass()) {
        match compiled()? {
            Compiled::Refused(said) => {
                return Ok(Err(Refusal::DoesNotCompile { said: said.text }));
            }
            Compiled::Ready(program) => run_all(&program, &demanded, &mut checked, cancel)?,
        }
    }
    Ok(Ok(checked))
}

fn compile_aside(
    builder: &Builder,
    source: &Source<'_>,
    cancel: &Cancel,
) -> Receiver<Result<Compiled, Error>> {
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
fn refusal(compiled: Compiled, said: String) -> Refusal {
    match compiled {
        Compiled::Refused(compiler) => Refusal::DoesNotCompile {
            said: compiler.text,
        },
        Compiled::Ready(_) => Refusal::NotExplorable { said },
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
    let next = AtomicUsize::new(0);
    let found: Vec<Mutex<Option<Result<Checked, Error>>>> =
        demanded.iter().map(|_| Mutex::default()).collect();
    let work = || {
        loop {
            let number = next.fetch_add(1, Ordering::Relaxed);
            let Some(demanded) = demanded.get(number) else {
                return;
            };
            let checked = match cancel.is_cancelled() {
                true => Err(Error::Cancelled),
                false => explore(assembled, number, demanded, text),
            };
            *found[number].lock().expect("nobody panics with it") = Some(checked);
        }
    };
    let cores = thread::available_parallelism().map_or(1, NonZero::get);
    let cores = if hurries { cores } else { 1 };
    thread::scope(|scope| {
        for _ in 0..cores.min(demanded.len()) {
            scope.spawn(work);
        }
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
) -> Result<Checked, Error> {
    let mut question = Question {
        limits: LIMITS,
        ..Question::default()
    };
    if demanded.demand == Demand::Weak {
        question.model.memory = Memory::Weak;
    }
    let explored = match assembled.explore(&number.to_string(), &question, |_| ()) {
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
    let finding = telling::finding(&explored.graph, demanded.demand, text);
    let graph = (!finding.is_pass()).then_some(explored.json);
    Ok(Checked {
        property: demanded.property.clone(),
        finding,
        graph,
    })
}

/// Runs each check once on real threads, until one fails.
fn run_all(
    program: &Executable,
    demanded: &[Demanded],
    checked: &mut [Checked],
    cancel: &Cancel,
) -> Result<(), Error> {
    for (number, (demanded, checked)) in demanded.iter().zip(checked).enumerate() {
        // One run says nothing about what some schedule can do, and must not wait for ever.
        if !matches!(demanded.demand, Demand::Every | Demand::Weak) {
            continue;
        }
        if cancel.is_cancelled() {
            return Err(Error::Cancelled);
        }
        if let Some(failure) = run(program, number, cancel)? {
            checked.finding = Finding::Failed(failure);
            return Ok(());
        }
    }
    Ok(())
}

fn run(program: &Executable, number: usize, cancel: &Cancel) -> Result<Option<Failure>, Error> {
    let limits = workbench::Limits::default();
    // An answer that ends the process before the check is done does not know the word.
    let word = format!("{number} of {}: done", std::process::id());
    let mut job = program.job(&limits);
    job.environment
        .push(("CHECK".into(), format!("{number} {word}").into()));
    let finished = job.finish_unless(cancel)?;
    if cancel.is_cancelled() {
        return Err(Error::Cancelled);
    }
    let is_done = finished.ending == workbench::Ending::Exited(0)
        && finished.stdout.lines().last() == Some(&word);
    Ok((!is_done).then(|| failure(&finished, &limits)))
}

fn failure(finished: &Finished, limits: &workbench::Limits) -> Failure {
    let explained = finished.ending.explain(limits);
    let what = match explained {
        Some(explained) => format!("on real threads it {explained}"),
        None => format!(
            "on real threads it ended with status {} before the check was done",
            finished.ending.status()
        ),
    };
    let stderr = finished.stderr.trim();
    Failure {
        what,
        details: stderr.lines().take(12).map(str::to_owned).collect(),
        ..Failure::default()
    }
}
