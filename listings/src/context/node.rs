use std::collections::BTreeMap;
use std::fmt;
use std::mem;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;

use crossbeam_channel::{Receiver, Sender, bounded};

use super::ended::Ended;

/// What is to be done after the end.
pub(super) type Task = Box<dyn FnOnce() + Send>;

/// Where something stands in the list of a node.
pub(super) type Place = u64;

/// What is cancelled: one for each context that can be cancelled by itself.
///
/// A node knows those below it and not the one above, so a cancellation can
/// only run down.
// ANCHOR: node
#[derive(Debug)]
pub(super) struct Node {
    done: Receiver<()>,
    state: Mutex<State>,
}

#[derive(Debug)]
enum State {
    Running {
        /// Nothing is sent on it. When it is dropped, `done` is closed.
        _close: Sender<()>,
        below: BTreeMap<Place, Below>,
        /// The next place in `below`, which is never given twice.
        next: Place,
    },
    Ended(Ended),
}

/// What has to hear of the end.
pub(super) enum Below {
    Node(Arc<Node>),
    Task(Task),
}
// ANCHOR_END: node

impl Node {
    pub(super) fn new() -> Self {
        let (close, done) = bounded(0);
        Node {
            done,
            state: Mutex::new(State::Running {
                _close: close,
                below: BTreeMap::new(),
                next: 0,
            }),
        }
    }

    pub(super) fn done(&self) -> &Receiver<()> {
        &self.done
    }

    pub(super) fn ended(&self) -> Option<Ended> {
        match &*self.lock() {
            State::Running { .. } => None,
            State::Ended(ended) => Some(ended.clone()),
        }
    }

    // ANCHOR: add
    /// Puts something below this node. If the node has ended already, it hears
    /// of that at once, and has no place.
    ///
    /// Looking and adding happen under one lock: whoever comes too late for the
    /// end to find him finds the end himself.
    pub(super) fn add(&self, new: impl Into<Below>) -> Option<Place> {
        let mut state = self.lock();
        match &mut *state {
            State::Running { below, next, .. } => {
                let place = *next;
                *next += 1;
                below.insert(place, new.into());
                Some(place)
            }
            State::Ended(ended) => {
                let ended = ended.clone();
                drop(state);
                new.into().hear(&ended);
                None
            }
        }
    }
    // ANCHOR_END: add

    /// Takes out what was added, if it is still there.
    pub(super) fn remove(&self, place: Place) -> Option<Below> {
        match &mut *self.lock() {
            State::Running { below, .. } => below.remove(&place),
            State::Ended(_) => None,
        }
    }

    // ANCHOR: end
    /// Ends this node and all below it. Only the first call does something, so
    /// the first reason stays.
    ///
    /// The lock is held until all below have heard: when a call returns,
    /// everything has ended, whoever's call it was. Locks are taken from the
    /// top down, so nobody waits in a circle.
    pub(super) fn end(&self, how: &Ended) {
        let mut state = self.lock();
        if matches!(*state, State::Ended(_)) {
            return;
        }
        let before = mem::replace(&mut *state, State::Ended(how.clone()));
        if let State::Running { _close, below, .. } = before {
            drop(_close);
            for each in below.into_values() {
                each.hear(how);
            }
        }
    }
    // ANCHOR_END: end

    /// How many are below.
    #[cfg(test)]
    pub(super) fn below(&self) -> usize {
        match &*self.lock() {
            State::Running { below, .. } => below.len(),
            State::Ended(_) => 0,
        }
    }

    /// The state. What runs under the lock panics only where no thread can be
    /// started, and the node has ended by then, so poisoning is ignored.
    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Below {
    fn hear(self, how: &Ended) {
        match self {
            Below::Node(node) => node.end(how),
            Below::Task(task) => {
                thread::spawn(task);
            }
        }
    }
}

impl From<Arc<Node>> for Below {
    fn from(node: Arc<Node>) -> Self {
        Below::Node(node)
    }
}

impl From<Task> for Below {
    fn from(task: Task) -> Self {
        Below::Task(task)
    }
}

impl fmt::Debug for Below {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Below::Node(node) => node.fmt(f),
            Below::Task(_) => f.write_str("Task"),
        }
    }
}
