use std::sync::RwLock;
use std::sync::mpsc::{self, Sender};
use std::thread;

// ANCHOR: type
#[derive(Default)]
struct WaitGroup {
    state: RwLock<State>,
}

#[derive(Default)]
struct State {
    counter: i64,
    bells: Vec<Sender<()>>,
}
// ANCHOR_END: type

impl WaitGroup {
    fn add(&self, n: i64) {
        self.state.write().unwrap().counter += n;
    }

    // ANCHOR: done
    fn done(&self) {
        let mut state = self.state.write().unwrap();
        state.counter -= 1;
        if state.counter <= 0 {
            state.bells.clear(); // every waiter hears its own bell
        }
    }
    // ANCHOR_END: done

    fn wait(&self) {
        let mut state = self.state.write().unwrap();
        if state.counter <= 0 {
            return;
        }
        let (bell, rings) = mpsc::channel();
        state.bells.push(bell);
        drop(state);
        let _closed = rings.recv();
    }

    // ANCHOR: remaining
    fn remaining(&self) -> i64 {
        self.state.read().unwrap().counter
    }
    // ANCHOR_END: remaining
}

fn main() {
    let wg = WaitGroup::default();
    wg.add(2);
    println!("remaining: {}", wg.remaining());
    thread::scope(|s| {
        s.spawn(|| wg.done());
        s.spawn(|| wg.done());
        s.spawn(|| wg.wait());
        wg.wait();
    });
    println!("remaining: {}", wg.remaining());
}
