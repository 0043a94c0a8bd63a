//! Whose turn it is: some programs run at once, some wait, and more are turned away.
//!
//! Tabs take turns, so that whoever asks for fifty programs in one tab does not keep another tab
//! from its one.

use super::refusal::Refusal;
use super::token::Tab;
use std::collections::{HashMap, VecDeque};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;
use tokio::sync::oneshot;

/// How many may wait.
const WAITING: usize = 50;

/// A queue. Clones are the same one.
#[derive(Clone, Debug)]
pub struct Queue {
    state: Arc<Mutex<State>>,
}

#[derive(Debug)]
struct State {
    /// How many more may run.
    free: usize,
    /// Who waits, by tab.
    waiting: HashMap<Tab, VecDeque<oneshot::Sender<Turn>>>,
    /// The tabs in which somebody waits, in the order of their turns.
    tabs: VecDeque<Tab>,
}

/// The right to run one program. It goes to the next one in the queue when this is dropped.
#[derive(Debug)]
pub struct Turn {
    queue: Queue,
}

/// A place in the queue.
#[derive(Debug)]
pub enum Place {
    /// At its head.
    Now(Turn),
    /// Behind others.
    Later(oneshot::Receiver<Turn>),
}

impl Queue {
    /// As many programs at once as there are processors.
    pub fn for_this_machine() -> Self {
        Self::new(thread::available_parallelism().map_or(1, usize::from))
    }

    fn new(at_once: usize) -> Self {
        let state = State {
            free: at_once,
            waiting: HashMap::new(),
            tabs: VecDeque::new(),
        };
        Self {
            state: Arc::new(Mutex::new(state)),
        }
    }

    /// Takes a place.
    ///
    /// # Errors
    ///
    /// If too many are waiting.
    pub fn enter(&self, tab: Tab) -> Result<Place, Refusal> {
        let mut state = self.lock();
        if state.free > 0 {
            state.free -= 1;
            return Ok(Place::Now(self.turn()));
        }
        if state.count_waiting() >= WAITING {
            return Err(Refusal::busy());
        }
        let (sender, receiver) = oneshot::channel();
        state.add(tab, sender);
        Ok(Place::Later(receiver))
    }

    fn turn(&self) -> Turn {
        Turn {
            queue: self.clone(),
        }
    }

    /// What is locked is whole whenever it is unlocked, also by a panic.
    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Turn {
    fn drop(&mut self) {
        let next = {
            let mut state = self.queue.lock();
            let next = state.next();
            if next.is_none() {
                state.free += 1;
            }
            next
        };
        if let Some(next) = next {
            // If nobody waits there any more, the turn comes back, is dropped, and goes on.
            drop(next.send(self.queue.turn()));
        }
    }
}

impl State {
    fn add(&mut self, tab: Tab, waiter: oneshot::Sender<Turn>) {
        let waiting = self.waiting.entry(tab).or_default();
        if waiting.is_empty() {
            self.tabs.push_back(tab);
        }
        waiting.push_back(waiter);
    }

    /// The first one who waits in the tab whose turn it is.
    fn next(&mut self) -> Option<oneshot::Sender<Turn>> {
        let tab = self.tabs.pop_front()?;
        let waiting = self.waiting.get_mut(&tab)?;
        let next = waiting.pop_front();
        if waiting.is_empty() {
            self.waiting.remove(&tab);
        } else {
            self.tabs.push_back(tab);
        }
        next
    }

    /// How many wait. Those who have given up are forgotten.
    fn count_waiting(&mut self) -> usize {
        for waiting in self.waiting.values_mut() {
            waiting.retain(|waiter| !waiter.is_closed());
        }
        self.waiting.retain(|_, waiting| !waiting.is_empty());
        let waiting = &self.waiting;
        self.tabs.retain(|tab| waiting.contains_key(tab));
        self.waiting.values().map(VecDeque::len).sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const A: Tab = Tab(1);
    const B: Tab = Tab(2);

    fn now(queue: &Queue) -> Turn {
        match queue.enter(A) {
            Ok(Place::Now(turn)) => turn,
            other => panic!("{other:?}"),
        }
    }

    fn later(queue: &Queue, tab: Tab) -> oneshot::Receiver<Turn> {
        match queue.enter(tab) {
            Ok(Place::Later(place)) => place,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn no_more_run_at_once_than_may() {
        let queue = Queue::new(2);
        let (first, _second) = (now(&queue), now(&queue));
        let mut third = later(&queue, A);
        assert!(third.try_recv().is_err());
        drop(first);
        let _third = third.try_recv().unwrap();
        later(&queue, A);
    }

    #[test]
    fn tabs_take_turns() {
        let queue = Queue::new(1);
        let mut turn = now(&queue);
        let mut places: Vec<_> = [A, A, A, B].map(|tab| later(&queue, tab)).into();
        // The second tab comes after one of the first, not after all three.
        for expected in [0, 3, 1, 2] {
            drop(turn);
            turn = places[expected].try_recv().unwrap();
        }
    }

    #[test]
    fn whoever_gives_up_is_passed_over() {
        let queue = Queue::new(1);
        let turn = now(&queue);
        let gone = later(&queue, A);
        let mut next = later(&queue, A);
        drop(gone);
        drop(turn);
        assert!(next.try_recv().is_ok());
    }

    #[test]
    fn a_turn_that_came_too_late_is_passed_on() {
        let queue = Queue::new(1);
        let turn = now(&queue);
        let gone = later(&queue, A);
        // It is sent, but nobody has looked yet.
        drop(turn);
        drop(gone);
        now(&queue);
    }

    #[test]
    fn too_many_are_turned_away_until_some_give_up() {
        let queue = Queue::new(1);
        let _turn = now(&queue);
        let mut places: Vec<_> = (0..WAITING).map(|_| later(&queue, A)).collect();
        assert!(queue.enter(A).is_err());
        assert!(queue.enter(B).is_err());
        places.pop();
        later(&queue, B);
    }
}
