//! Random programs of many kinds of memory and synchronization: the explorer finds the data races
//! that there are in any order of their steps, and no others.

mod accesses;
mod make;
mod model;
mod plan;
mod state;
mod text;

use crate::explorer;
use model::Pair;
use plan::Plan;
use std::collections::BTreeSet;
use std::ops::Range;
use std::process::Command;
use text::Text;

/// The program of a seed is the same every time.
const SEEDS: Range<u64> = 0..1500;

/// So many are compiled at a time.
const TOGETHER: usize = 300;

#[test]
fn random_programs_race_where_the_rules_say_so() {
    let seeds = std::env::var("RANDOM_PROGRAMS").map_or(SEEDS, |count| {
        0..count.parse().expect("RANDOM_PROGRAMS is a number")
    });
    let plans: Vec<Plan> = seeds.map(Plan::of).collect();
    let (mut racy, mut large, mut faults) = (0, 0, Vec::new());
    for (number, plans) in plans.chunks(TOGETHER).enumerate() {
        let text = Text::of(plans);
        let found = explored(number, &text.all);
        assert_eq!(found.len(), plans.len(), "each program has an answer");
        for (plan, answer) in plans.iter().zip(found) {
            let (seed, found) = (answer.seed, answer.races);
            assert_eq!(plan.seed, seed);
            let expected = model::races(plan);
            racy += usize::from(!expected.all.is_empty());
            large += usize::from(!answer.is_complete);
            let lines = |pairs: &BTreeSet<Pair>| lines(pairs, &text, seed);
            let (all, named) = (lines(&expected.all), lines(&expected.named));
            let has_all = !answer.is_complete || named.is_subset(&found);
            if !has_all || !found.is_subset(&all) {
                faults.push(format!(
                    "{seed}: explored {found:?}, but by the rules {named:?} of {all:?}\n{}",
                    text.of_seed(seed)
                ));
            }
        }
    }
    let all = plans.len();
    println!("{racy} of {all} programs are racy, {large} too large to be explored to the end");
    let (count, faults) = (faults.len(), faults.join("\n"));
    assert_eq!(count, 0, "{faults}");
    let percent = |number: usize| number * 100 / all;
    let is_mixed = (20..80).contains(&percent(racy)) && percent(large) < 2;
    assert!(is_mixed, "it should be now so and now so: {racy}, {large}");
}

/// What the explorer says of a program.
struct Answer {
    seed: u64,
    /// The pairs of lines that race.
    races: BTreeSet<(u32, u32)>,
    is_complete: bool,
}

fn lines(pairs: &BTreeSet<Pair>, text: &Text, seed: u64) -> BTreeSet<(u32, u32)> {
    let line = |(thread, at): (usize, usize)| text.line_of(seed, thread, at);
    let pairs = pairs.iter().map(|(one, other)| (line(*one), line(*other)));
    pairs
        .map(|(one, other)| (one.min(other), one.max(other)))
        .collect()
}

/// What the explorer says of the programs of a text.
fn explored(number: usize, text: &str) -> Vec<Answer> {
    let program = explorer().build_alone(&format!("at_random_{number}"), text);
    let program = program.unwrap_or_else(|error| panic!("{error}"));
    let output = Command::new(program).output().expect("it was built");
    let said = String::from_utf8_lossy(&output.stdout);
    let wrong = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{said}{wrong}");
    said.lines().map(answer).collect()
}

/// A line of what is printed: `7 [(90, 91), (90, 93)]`, with `cut` behind it if that is not all.
fn answer(line: &str) -> Answer {
    let numbers = line.split(|letter: char| !letter.is_ascii_digit());
    let mut numbers = numbers.filter_map(|number| number.parse::<u32>().ok());
    let seed = numbers.next().expect("the seed comes first");
    let lines: Vec<u32> = numbers.collect();
    let pairs = lines.chunks_exact(2).map(|pair| (pair[0], pair[1]));
    Answer {
        seed: seed.into(),
        races: pairs.collect(),
        is_complete: line.ends_with(']'),
    }
}
