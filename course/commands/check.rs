//! `check`: is the answer right, in every schedule?

use super::exercises;
use crate::root::Root;
use anyhow::Context;
use coach::{Cancel, Coach, Verdict, render};
use std::process::ExitCode;

/// The arguments of `check`.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Ends with 0 if all of them are solved, 1 if one is not, 2 if one could not be checked.

Examples:
  cargo course check                              all exercises
  cargo course check running                      those of a chapter
  cargo course check running_goodbye --replay 1   how the first check fails, step by step")]
pub struct Args {
    /// Names of exercises, or words that names contain; all if none is given.
    #[arg(value_name = "NAME")]
    names: Vec<String>,

    /// Print the verdicts as JSON.
    #[arg(long)]
    json: bool,

    /// Shows the schedule in which this check fails, with every step and what changes; the checks
    /// of an exercise are counted from 1.
    #[arg(long, value_name = "N", conflicts_with = "json")]
    replay: Option<usize>,
}

/// Checks exercises.
///
/// # Errors
///
/// When there is no such exercise, or one cannot be checked.
pub fn run(args: Args, root: &Root) -> anyhow::Result<ExitCode> {
    let coach = exercises::coach(root)?;
    let names = names(&args.names, &coach)?;
    if let Some(number) = args.replay {
        return replay(&names, number, &coach);
    }
    exercises::say_if_building(&coach);
    let mut verdicts = Vec::new();
    for name in &names {
        let verdict = coach
            .check(name, &Cancel::default())
            .with_context(|| format!("failed to check {name}"))?;
        if !args.json {
            anstream::print!("{}", render::coloured(&verdict));
        }
        verdicts.push(verdict);
    }
    let solved = verdicts.iter().filter(|verdict| verdict.solved).count();
    if args.json {
        anstream::println!("{}", serde_json::to_string_pretty(&verdicts)?);
    } else if names.len() > 1 {
        anstream::println!("\n{solved} of {} solved", names.len());
    }
    Ok(ExitCode::from(u8::from(solved < names.len())))
}

/// The exercises that are meant, each once, in their order.
fn names<'a>(words: &[String], coach: &'a Coach) -> Result<Vec<&'a str>, coach::Error> {
    let mut wanted: Vec<&str> = Vec::new();
    for word in words {
        wanted.extend(
            coach
                .catalogue()
                .matching(word)?
                .iter()
                .map(|entry| entry.name.as_str()),
        );
    }
    let all = coach.catalogue().entries().map(|entry| entry.name.as_str());
    Ok(all
        .filter(|name| words.is_empty() || wanted.contains(name))
        .collect())
}

fn replay(names: &[&str], number: usize, coach: &Coach) -> anyhow::Result<ExitCode> {
    let [name] = names else {
        anyhow::bail!("`--replay` needs the name of one exercise");
    };
    let text = coach.text(name)?.text;
    let verdict = coach.check_text(name, &text, &Cancel::default())?;
    let coach::Answer::Checked(checks) = &verdict.answer else {
        anstream::print!("{}", render::coloured(&verdict));
        return Ok(ExitCode::FAILURE);
    };
    let check = number.checked_sub(1).and_then(|index| checks.get(index));
    let Some(check) = check else {
        anyhow::bail!("{name} has the checks 1 to {}", checks.len());
    };
    match check.finding.failure() {
        Some(failure) => anstream::print!("{}\n\n{}", check.property, render::replay(failure)),
        None => anstream::println!("{}: there is no schedule in which it fails", check.property),
    }
    Ok(status(&verdict))
}

fn status(verdict: &Verdict) -> ExitCode {
    ExitCode::from(u8::from(!verdict.solved))
}
