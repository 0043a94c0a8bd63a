//! In which order can these steps come? Often there are several. The answer lists what cannot be,
//! each with its reason, and leaves exactly the orders that the recorded graph has.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use regex::Regex;

use super::{Problem, Question, bullets, items};

/// All orders of so many steps are looked at.
const MOST_STEPS: usize = 7;

const HELP: &str = "number the steps, name each as the explorer does in \
                    steps=\"THREAD VERB OBJECT; …\", and list in the `<details>` what cannot be: \
                    - **2 before 1.** Why. - **3 between 1 and 2.** Why.";

/// What cannot be: steps count from 0.
#[derive(Clone, Copy)]
enum Ban {
    Before(usize, usize),
    Between(usize, usize, usize),
}

impl Ban {
    fn parse(item: &str) -> Option<Self> {
        static BAN: LazyLock<Regex> = LazyLock::new(|| {
            Regex::new(r"^\*\*(\d) (?:before (\d)|between (\d) and (\d))\.\*\* \S")
                .expect("a constant")
        });
        let found = BAN.captures(item)?;
        let step = |at: usize| {
            found
                .get(at)?
                .as_str()
                .parse::<usize>()
                .ok()?
                .checked_sub(1)
        };
        Some(match step(2) {
            Some(second) => Self::Before(step(1)?, second),
            None => Self::Between(step(1)?, step(3)?, step(4)?),
        })
    }

    fn steps(self) -> Vec<usize> {
        match self {
            Self::Before(first, second) => vec![first, second],
            Self::Between(inner, first, second) => vec![inner, first, second],
        }
    }

    fn forbids(self, order: &[usize]) -> bool {
        let place = |step| order.iter().position(|own| *own == step);
        match self {
            Self::Before(first, second) => place(first) < place(second),
            Self::Between(inner, first, second) => {
                place(first) < place(inner) && place(inner) < place(second)
            }
        }
    }
}

fn steps<'a>(question: &Question<'a>) -> Vec<&'a str> {
    let steps = question.element.attribute("steps");
    steps.split(';').map(str::trim).collect()
}

fn bans(question: &Question) -> Option<Vec<Ban>> {
    let items = bullets(&question.answered);
    items.into_iter().map(Ban::parse).collect()
}

pub(super) fn odd(question: &Question) -> Option<Problem> {
    let asked = items(&question.asked).len();
    let named = steps(question).len();
    if asked != named || !(2..=MOST_STEPS).contains(&asked) {
        return Some((
            format!("there are {asked} steps to be ordered, and {named} are named"),
            HELP,
        ));
    }
    let bans = bans(question).unwrap_or_default();
    let is_there = |ban: &Ban| ban.steps().into_iter().all(|step| step < asked);
    if bans.is_empty() || !bans.iter().all(is_there) {
        return Some(("it does not say what cannot be, and why".to_owned(), HELP));
    }
    let as_asked: Vec<usize> = (0..asked).collect();
    (!bans.iter().any(|ban| ban.forbids(&as_asked))).then(|| {
        (
            "the steps stand in a right order already".to_owned(),
            "ask in another order",
        )
    })
}

/// The orders that are left are those that the recorded graph has.
pub(super) fn untrue(question: &Question) -> Option<Problem> {
    let (steps, bans) = (steps(question), bans(question)?);
    if steps.len() > MOST_STEPS {
        return None;
    }
    let Some(graph) = question.graph().filter(|graph| graph.complete) else {
        return Some((
            "there is no complete graph of its listing to compare with".to_owned(),
            "let the chapter include outcomes.md or schedules.json; then cargo course record NAME",
        ));
    };
    let reach = question.element.attributes.get("reach").copied();
    let possible = graph.orders(&steps, reach);
    let called_right: BTreeSet<Vec<usize>> = permutations(steps.len())
        .into_iter()
        .filter(|order| !bans.iter().any(|ban| ban.forbids(order)))
        .collect();
    let shown = |order: &Vec<usize>| {
        let numbers: Vec<String> = order.iter().map(|step| (step + 1).to_string()).collect();
        numbers.join(" ")
    };
    let problem = if possible.is_empty() {
        "no schedule has these steps".to_owned()
    } else if let Some(order) = called_right.difference(&possible).next() {
        format!(
            "the order {} is called right, and no schedule has it",
            shown(order)
        )
    } else {
        let order = possible.difference(&called_right).next()?;
        format!(
            "the order {} is called wrong, and a schedule has it",
            shown(order)
        )
    };
    Some((problem, HELP))
}

fn permutations(length: usize) -> Vec<Vec<usize>> {
    let Some(last) = length.checked_sub(1) else {
        return vec![Vec::new()];
    };
    let shorter = permutations(last);
    let longer = shorter.iter().flat_map(|order| {
        (0..=last).map(move |at| {
            let mut order = order.clone();
            order.insert(at, last);
            order
        })
    });
    longer.collect()
}
