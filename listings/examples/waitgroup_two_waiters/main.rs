use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering::SeqCst};
use std::sync::mpsc::{self, Sender};
use std::thread;

#[derive(Default)]
struct WaitGroup {
    state: Mutex<State>,
}

#[derive(Default)]
struct State {
    counter: i64,
    bell: Option<Sender<()>>,
}

impl WaitGroup {
    fn add(&self, n: i64) {
        self.state.lock().unwrap().counter += n;
    }

    fn done(&self) {
        let mut state = self.state.lock().unwrap();
        state.counter -= 1;
        if state.counter <= 0 {
            state.bell = None; // dropping the sender closes the channel
        }
    }

    fn wait(&self) {
        let mut state = self.state.lock().unwrap();
        if state.counter <= 0 {
            return;
        }
        let (bell, rings) = mpsc::channel();
        state.bell = Some(bell);
        drop(state);
        let _closed = rings.recv();
    }
}

// ANCHOR: main
fn main() {
    let wg = WaitGroup::default();
    let tidy = AtomicBool::new(false);
    wg.add(1);
    thread::scope(|s| {
        s.spawn(|| {
            tidy.store(true, SeqCst);
            wg.done();
        });
        for _ in 0..2 {
            s.spawn(|| {
                wg.wait();
                assert!(tidy.load(SeqCst), "left too early");
            });
        }
    });
    println!("all done");
}
// ANCHOR_END: main
