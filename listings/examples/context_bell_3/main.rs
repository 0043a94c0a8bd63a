use std::sync::Mutex;
use std::thread;

use crossbeam_channel::{Receiver, Sender, bounded};

enum State {
    Running { _close: Sender<()> },
    Ended { why: &'static str },
}

struct Bell {
    done: Receiver<()>,
    state: Mutex<State>,
}

impl Bell {
    fn new() -> Self {
        let (close, done) = bounded(0);
        let state = Mutex::new(State::Running { _close: close });
        Bell { done, state }
    }

    fn cancel(&self, why: &'static str) {
        let mut state = self.state.lock().unwrap();
        if let State::Running { .. } = *state {
            *state = State::Ended { why }; // drops the sender: `done` is closed
        }
    }

    fn why(&self) -> Option<&'static str> {
        match *self.state.lock().unwrap() {
            State::Running { .. } => None,
            State::Ended { why } => Some(why),
        }
    }
}

fn main() {
    let bell = Bell::new();
    thread::scope(|s| {
        for why in ["the reader has left", "we are closing"] {
            let bell = &bell;
            s.spawn(move || bell.cancel(why));
        }
        assert!(bell.done.recv().is_err());
        println!("stopped: {}", bell.why().unwrap());
    });
    println!("still: {}", bell.why().unwrap());
}
