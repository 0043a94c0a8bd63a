//! What is demanded of `exercise.rs`.

mod exercise;

use checks::{Gauge, assert, every, sleeps};
use exercise::Ladders;
use std::sync::Arc;
use std::thread::JoinHandle;

fn main() {
    checks::main(&[
        every("a ladder that came back can be taken again", again),
        every("never more on ladders than there are ladders", never_more),
        every("one ladder that comes back is for one", for_one),
        every("as many on ladders as there are ladders", as_many),
        every("everybody who waits gets a ladder in the end", everybody),
        sleeps("whoever waits sleeps", whoever_waits_sleeps),
    ]);
}

fn again() {
    let ladders = Ladders::new(1);
    for _ in 0..2 {
        ladders.take();
        ladders.put_back();
    }
}

type Climber = JoinHandle<()>;

fn climber(name: &str, times: u32, ladders: &Arc<Ladders>, gauge: &'static Gauge) -> Climber {
    let ladders = Arc::clone(ladders);
    checks::clerk(name, move || {
        for _ in 0..times {
            ladders.take();
            drop(gauge.enter());
            ladders.put_back();
        }
    })
}

fn never_more() {
    let (ladders, on_ladders) = (Arc::new(Ladders::new(1)), checks::gauge());
    // Ann comes again, and may be quicker than Bob, who was told that a ladder is there.
    let climbers = [("Ann", 2), ("Bob", 1)];
    let climbers = climbers.map(|(name, times)| climber(name, times, &ladders, on_ladders));
    for climber in climbers {
        climber.join().unwrap();
    }
    let most = on_ladders.most();
    assert!(
        most == 1,
        "there is one ladder, and {most} were on ladders at the same time"
    );
}

fn for_one() {
    let (ladders, on_ladders) = (Arc::new(Ladders::new(1)), checks::gauge());
    ladders.take();
    // Both wait for the only ladder.
    let climbers = ["Ann", "Bob"].map(|name| climber(name, 1, &ladders, on_ladders));
    ladders.put_back();
    for climber in climbers {
        climber.join().unwrap();
    }
    let most = on_ladders.most();
    assert!(
        most == 1,
        "the only ladder came back, and {most} were on ladders at the same time"
    );
}

fn as_many() {
    let (ladders, inside) = (Arc::new(Ladders::new(2)), checks::meeting(2));
    let shared = Arc::clone(&ladders);
    let ann = checks::clerk("Ann", move || {
        shared.take();
        inside.join();
        shared.put_back();
    });
    ladders.take();
    inside.join();
    ladders.put_back();
    ann.join().unwrap();
}

fn everybody() {
    let ladders = Arc::new(Ladders::new(2));
    ladders.take();
    ladders.take();
    // Both wait, and two ladders come back, one after the other.
    let climbers = ["Ann", "Bob"].map(|name| {
        let ladders = Arc::clone(&ladders);
        checks::clerk(name, move || ladders.take())
    });
    ladders.put_back();
    ladders.put_back();
    for climber in climbers {
        climber.join().unwrap();
    }
}

fn whoever_waits_sleeps() {
    let ladders = Ladders::new(1);
    ladders.take();
    ladders.take();
}
