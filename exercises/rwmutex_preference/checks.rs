//! What is demanded of `exercise.rs`.

mod exercise;

use checks::{assert, every, sleeps, some};
use exercise::Door;
use std::sync::Arc;

fn main() {
    checks::main(&[
        every("readers are inside at the same time", together),
        every("a writer is inside with nobody else", alone),
        every("two writers are inside one after the other", two_writers),
        some("a writer who waits keeps readers out", keeps_out),
        every(
            "a writer who waits goes in before readers who come later",
            goes_before,
        ),
        every(
            "a writer who waits keeps readers out, also after another writer",
            after_another,
        ),
        every("readers who wait go in together", wait_together),
        every("everybody gets in, a writer and two readers", one_writes),
        every("everybody gets in, two writers and a reader", two_write),
        every("`try_read` goes in where a reader may", try_read),
        every(
            "`try_read` is kept out by a writer, and by nobody else",
            beside_a_reader,
        ),
        sleeps("whoever waits for a reader sleeps", writer_sleeps),
        sleeps("whoever waits for a writer sleeps", reader_sleeps),
    ]);
}

fn together() {
    let (door, inside) = (Arc::new(Door::default()), checks::meeting(2));
    let shared = Arc::clone(&door);
    let ann = checks::clerk("Ann", move || shared.read(|| inside.join()));
    door.read(|| inside.join());
    ann.join().unwrap();
}

fn alone() {
    // Ann may have waited for the first time that somebody writes, and comes in at the second.
    let (door, inside) = (Arc::new(Door::default()), checks::gauge());
    let ann = door.write(|| {
        let shared = Arc::clone(&door);
        checks::clerk("Ann", move || shared.read(|| drop(inside.enter())))
    });
    door.write(|| drop(inside.enter()));
    ann.join().unwrap();
    let most = inside.most();
    assert!(
        most == 1,
        "a writer and a reader were inside at the same time"
    );
}

fn two_writers() {
    // Ann may have waited for the reader, and comes in when somebody writes.
    let (door, inside) = (Arc::new(Door::default()), checks::gauge());
    let ann = door.read(|| {
        let shared = Arc::clone(&door);
        checks::clerk("Ann", move || shared.write(|| drop(inside.enter())))
    });
    door.write(|| drop(inside.enter()));
    ann.join().unwrap();
    let most = inside.most();
    assert!(most == 1, "two writers were inside at the same time");
}

fn keeps_out() {
    let door = Arc::new(Door::default());
    let shared = Arc::clone(&door);
    door.read(|| {
        checks::clerk("Ann", move || shared.write(|| ()));
        if door.try_read(|| ()).is_none() {
            checks::reached();
        }
    });
}

fn goes_before() {
    let (door, written) = (Arc::new(Door::default()), checks::log());
    let (ann, ann_waits, bob) = door.read(|| {
        let shared = Arc::clone(&door);
        let ann = checks::clerk("Ann", move || shared.write(|| written.note("Ann")));
        // If a reader is kept out, the writer waits.
        let ann_waits = door.try_read(|| ()).is_none();
        let shared = Arc::clone(&door);
        let bob = checks::clerk("Bob", move || shared.read(|| written.count("Ann")));
        (ann, ann_waits, bob)
    });
    ann.join().unwrap();
    let has_written = bob.join().unwrap() == 1;
    assert!(
        has_written || !ann_waits,
        "Ann waited to write, Bob came later to read, and he was in before her"
    );
}

fn after_another() {
    let (door, written) = (Arc::new(Door::default()), checks::log());
    door.read(|| {
        let shared = Arc::clone(&door);
        checks::clerk("Ann", move || shared.write(|| written.note("Ann")));
        let ann_waits = door.try_read(|| ()).is_none();
        let shared = Arc::clone(&door);
        checks::clerk("Bob", move || {
            let has_written = shared.read(|| written.count("Ann") == 1);
            assert!(
                has_written || !ann_waits,
                "Ann waited to write, another one came to write as well and Bob to read, and he was \
                 in before her"
            );
        });
    });
    // Another writer, who may be in before Ann or after her.
    door.write(|| ());
}

fn wait_together() {
    let (door, inside) = (Arc::new(Door::default()), checks::meeting(2));
    let readers = door.write(|| {
        ["Ann", "Bob"].map(|name| {
            let shared = Arc::clone(&door);
            checks::clerk(name, move || shared.read(|| inside.join()))
        })
    });
    for reader in readers {
        reader.join().unwrap();
    }
}

fn one_writes() {
    let door = Arc::new(Door::default());
    let shared = Arc::clone(&door);
    let ann = checks::clerk("Ann", move || shared.write(|| ()));
    let shared = Arc::clone(&door);
    let bob = checks::clerk("Bob", move || shared.read(|| ()));
    door.read(|| ());
    ann.join().unwrap();
    bob.join().unwrap();
}

fn two_write() {
    let door = Arc::new(Door::default());
    let shared = Arc::clone(&door);
    let ann = checks::clerk("Ann", move || shared.write(|| ()));
    let shared = Arc::clone(&door);
    let bob = checks::clerk("Bob", move || shared.read(|| ()));
    door.write(|| ());
    ann.join().unwrap();
    bob.join().unwrap();
}

fn try_read() {
    let door = Door::default();
    let nobody = door.try_read(|| 7);
    let beside_a_reader = door.read(|| door.try_read(|| 7));
    let beside_a_writer = door.write(|| door.try_read(|| 7));
    let again = door.try_read(|| 7);
    assert!(
        (nobody, beside_a_reader, beside_a_writer, again) == (Some(7), Some(7), None, Some(7)),
        "`try_read` returned {nobody:?} when nobody was inside, {beside_a_reader:?} beside a reader, \
         {beside_a_writer:?} beside a writer, and {again:?} when he had left"
    );
}

fn beside_a_reader() {
    let door = Arc::new(Door::default());
    let shared = Arc::clone(&door);
    let ann = checks::clerk("Ann", move || shared.read(|| ()));
    let got_in = door.try_read(|| ()).is_some();
    assert!(
        got_in,
        "there was nobody but a reader, and `try_read` did not go in"
    );
    ann.join().unwrap();
}

fn writer_sleeps() {
    let door = Arc::new(Door::default());
    let shared = Arc::clone(&door);
    door.read(|| {
        let ann = checks::clerk("Ann", move || shared.write(|| ()));
        ann.join().unwrap();
    });
}

fn reader_sleeps() {
    let door = Arc::new(Door::default());
    let shared = Arc::clone(&door);
    door.write(|| {
        let ann = checks::clerk("Ann", move || shared.read(|| ()));
        ann.join().unwrap();
    });
}
