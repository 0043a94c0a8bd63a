use std::sync::Mutex;
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
        let (bell, rings) = mpsc::channel();
        self.state.lock().unwrap().bell = Some(bell);
        let _closed = rings.recv();
    }
}

fn main() {
    let wg = WaitGroup::default();
    wg.add(2);
    thread::scope(|s| {
        s.spawn(|| wg.done());
        s.spawn(|| wg.done());
        wg.wait();
    });
    println!("all done");
}
