//! What every thread is about to do, and who may.

use super::{ThreadId, World};
use crate::operation::{Choice, Readiness, Reason};
use interleave_request::Time;
use std::time::Duration;

/// A step that the scheduler can choose.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Turn {
    pub(crate) thread: ThreadId,
    pub(crate) choice: Choice,
}

/// What every thread is about to do, and who may.
#[derive(Debug, Default)]
pub(crate) struct Survey {
    pub(crate) turns: Vec<Turn>,
    /// Threads that cannot go on; without a reason: that are held back, since the order in which
    /// they and the one turn happen makes no difference.
    pub(crate) waiting: Vec<(ThreadId, Option<Reason>)>,
    /// Threads whose turn it is only because they may go on for no reason, and why nothing else
    /// lets them.
    pub(crate) spurious: Vec<(ThreadId, Reason)>,
    /// Those among who can go on that may also be kept waiting.
    pub(crate) may_wait: Vec<ThreadId>,
}

impl Survey {
    pub(crate) fn is_spurious(&self, turn: &Turn) -> bool {
        let listed = |(thread, _): &(ThreadId, Reason)| *thread == turn.thread;
        turn.choice != Choice::TimeOut && self.spurious.iter().any(listed)
    }

    /// The same if nobody goes on for no reason.
    pub(crate) fn without_spurious(&self) -> Survey {
        let turns = self.turns.iter().filter(|turn| !self.is_spurious(turn));
        let mut waiting = self.waiting.clone();
        for (thread, reason) in &self.spurious {
            waiting.push((*thread, Some(reason.clone())));
        }
        Survey {
            turns: turns.copied().collect(),
            waiting,
            spurious: Vec::new(),
            may_wait: self.may_wait.clone(),
        }
    }

    /// Where all who can go on for a reason may also be kept waiting, adds that the first of them
    /// is.
    fn offer_to_wait(&mut self) {
        let may_wait = |turn: &Turn| self.may_wait.contains(&turn.thread);
        let goes_on = |turn: &Turn| !may_wait(turn) && !self.is_spurious(turn);
        if self.turns.iter().any(goes_on) {
            return;
        }
        if let Some(first) = self.turns.iter().position(may_wait) {
            let waits = Turn {
                choice: Choice::Way(1),
                ..self.turns[first]
            };
            self.turns.insert(first + 1, waits);
        }
    }
}

impl World {
    /// Who may go on, and why the others may not.
    pub(crate) fn survey(&self) -> Survey {
        let mut survey = Survey::default();
        let mut at_once = None;
        let mut sleepers: Vec<(Duration, ThreadId, Reason)> = Vec::new();
        for thread in self.threads_in_order() {
            let Some(operation) = self.threads[thread.0].operation() else {
                continue;
            };
            let readiness = operation.readiness(self, thread);
            match self.reliably(readiness, thread, &mut survey) {
                Readiness::Ready(ways) => survey.turns.extend((0..ways).map(|way| Turn {
                    thread,
                    choice: Choice::Way(way),
                })),
                Readiness::AtOnce => {
                    at_once.get_or_insert(thread);
                }
                Readiness::MayWait => {
                    survey.may_wait.push(thread);
                    survey.turns.push(Turn {
                        thread,
                        choice: Choice::Way(0),
                    });
                }
                Readiness::Blocked(reason) => survey.waiting.push((thread, Some(reason))),
                Readiness::UntilDeadline(_) if self.model.time == Time::Anytime => {
                    survey.turns.push(Turn {
                        thread,
                        choice: Choice::TimeOut,
                    });
                }
                Readiness::UntilDeadline(reason) => {
                    let deadline = self.threads[thread.0].deadline.unwrap_or_default();
                    sleepers.push((deadline, thread, reason));
                }
                Readiness::Spurious { .. } => unreachable!("it was made another one"),
            }
        }
        if let Some(thread) = at_once {
            survey.turns = vec![Turn {
                thread,
                choice: Choice::Way(0),
            }];
        }
        let earliest = sleepers.iter().map(|(deadline, ..)| *deadline).min();
        let time_passes = survey.turns.iter().all(|turn| survey.is_spurious(turn));
        for (deadline, thread, reason) in sleepers {
            if time_passes && Some(deadline) == earliest {
                survey.turns.push(Turn {
                    thread,
                    choice: Choice::TimeOut,
                });
            } else {
                survey.waiting.push((thread, Some(reason)));
            }
        }
        // Who has a turn does not wait, even if nothing but chance gives it.
        let spurious = &survey.spurious;
        let has_turn = |one: ThreadId| spurious.iter().any(|(thread, _)| *thread == one);
        survey.waiting.retain(|(thread, _)| !has_turn(*thread));
        if at_once.is_some() {
            self.hold_back(&mut survey);
        }
        survey.offer_to_wait();
        survey
    }

    /// What a thread can do if it does not go on for no reason. If it may do that as well, it gets
    /// a turn for it.
    fn reliably(&self, readiness: Readiness, thread: ThreadId, survey: &mut Survey) -> Readiness {
        let Readiness::Spurious { reason, gives_up } = readiness else {
            return readiness;
        };
        if self.model.spurious_wakeups {
            survey.turns.push(Turn {
                thread,
                choice: Choice::Way(0),
            });
            survey.spurious.push((thread, reason.clone()));
        }
        match gives_up {
            true => Readiness::UntilDeadline(reason),
            false => Readiness::Blocked(reason),
        }
    }

    /// Lists everybody who is neither chosen nor known to wait as held back.
    fn hold_back(&self, survey: &mut Survey) {
        for thread in self.threads_in_order() {
            let chosen = survey.turns.iter().any(|turn| turn.thread == thread);
            let waits = survey.waiting.iter().any(|(waiting, _)| *waiting == thread);
            if self.threads[thread.0].operation().is_some() && !chosen && !waits {
                survey.waiting.push((thread, None));
            }
        }
    }

    /// All threads, by their numbers.
    fn threads_in_order(&self) -> Vec<ThreadId> {
        let mut order: Vec<_> = (0..self.threads.len()).map(ThreadId).collect();
        order.sort_unstable_by_key(|thread| self.thread_number(*thread));
        order
    }
}
