//! A thread for each deadline, and a list of parts: what is first settles it.

use std::sync::{Arc, Condvar, Mutex};
use std::time::{Duration, Instant};

/// Why something ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// Somebody has cancelled it.
    Canceled,
    /// Its time was up.
    DeadlineExceeded,
}

pub struct Request {
    node: Arc<Node>,
    deadline: Option<Instant>,
}

#[derive(Default)]
struct Node {
    state: Mutex<State>,
    bell: Condvar,
}

#[derive(Default)]
struct State {
    end: Option<End>,
    parts: Vec<Arc<Node>>,
}

impl Node {
    fn end(&self, why: End) {
        let mut state = self.state.lock().unwrap();
        if state.end.is_none() {
            state.end = Some(why);
            self.bell.notify_all();
            for part in std::mem::take(&mut state.parts) {
                part.end(why);
            }
        }
    }

    fn watch(&self, deadline: Instant) {
        let state = self.state.lock().unwrap();
        let left = deadline.saturating_duration_since(Instant::now());
        let goes_on = |state: &mut State| state.end.is_none();
        let (state, _) = self.bell.wait_timeout_while(state, left, goes_on).unwrap();
        drop(state);
        self.end(End::DeadlineExceeded);
    }
}

impl Request {
    pub fn new(limit: Option<Duration>) -> Request {
        let deadline = limit.map(|limit| Instant::now() + limit);
        Request::made(Arc::default(), deadline, deadline)
    }

    pub fn part(&self, limit: Option<Duration>) -> Request {
        let node = Arc::new(Node::default());
        let mut state = self.node.state.lock().unwrap();
        match state.end {
            Some(why) => node.end(why),
            None => state.parts.push(Arc::clone(&node)),
        }
        drop(state);
        let own = limit.map(|limit| Instant::now() + limit);
        let shorter = own.filter(|own| self.deadline.is_none_or(|above| *own < above));
        Request::made(node, shorter, shorter.or(self.deadline))
    }

    fn made(node: Arc<Node>, watched: Option<Instant>, deadline: Option<Instant>) -> Request {
        if let Some(watched) = watched {
            let node = Arc::clone(&node);
            std::thread::spawn(move || node.watch(watched));
        }
        Request { node, deadline }
    }

    pub fn deadline(&self) -> Option<Instant> {
        self.deadline
    }

    pub fn cancel(&self) {
        self.node.end(End::Canceled);
    }

    pub fn end(&self) -> Option<End> {
        self.node.state.lock().unwrap().end
    }

    pub fn wait(&self) -> End {
        let state = self.node.state.lock().unwrap();
        let goes_on = |state: &mut State| state.end.is_none();
        let state = self.node.bell.wait_while(state, goes_on).unwrap();
        state.end.unwrap()
    }
}
