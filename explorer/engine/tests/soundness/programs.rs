//! Small programs without cycles, whose trees of schedules are small enough to be walked.

use interleave_std::sync::atomic::{AtomicBool, AtomicU32, Ordering::*, fence};
use interleave_std::sync::mpsc::{TryRecvError, channel, sync_channel};
use interleave_std::sync::{Arc, Barrier, Condvar, LazyLock, Mutex, Once, OnceLock, RwLock};
use interleave_std::time::{Duration, Instant};
use interleave_std::{println, thread, thread_local};
use std::cell::Cell;

pub type Program = fn();

pub const ALL: &[(&str, Program)] = &[
    ("lost_update", lost_update),
    ("counter", counter),
    ("two_locks", two_locks),
    ("wait_group", wait_group),
    ("try_lock", try_lock),
    ("readers_and_writer", readers_and_writer),
    ("condition_without_loop", condition_without_loop),
    ("notify_one_of_two", notify_one_of_two),
    ("timed_wait", timed_wait),
    ("unbounded_channel", unbounded_channel),
    ("bounded_channel", bounded_channel),
    ("rendezvous", rendezvous),
    ("dropped_receiver", dropped_receiver),
    ("polled_channel", polled_channel),
    ("parked", parked),
    ("parked_twice", parked_twice),
    ("barrier", barrier),
    ("once", once),
    ("statics", statics),
    ("thread_locals", thread_locals),
    ("detached", detached),
    ("finished", finished),
    ("scoped_write", scoped_write),
    ("panic_with_lock", panic_with_lock),
    ("panic_in_detached", panic_in_detached),
    ("exit", exit),
    ("sleeps", sleeps),
    ("clock", clock),
    ("who_sleeps_first", who_sleeps_first),
    ("how_long", how_long),
    ("equal_stores", equal_stores),
    ("looked_twice", looked_twice),
    ("looked_twice_with_a_fence", looked_twice_with_a_fence),
    ("values_of_opaque_types", values_of_opaque_types),
    ("exclusive_access", exclusive_access),
    ("retry_three_times", retry_three_times),
    ("poisoned", poisoned),
    ("nested_threads", nested_threads),
    ("apart", apart),
];

fn lost_update() {
    let total = Arc::new(AtomicU32::new(0));
    let add = |total: Arc<AtomicU32>| move || total.store(total.load(SeqCst) + 1, SeqCst);
    let threads = [0, 1].map(|_| thread::spawn(add(Arc::clone(&total))));
    let _ = threads.map(|thread| thread.join().unwrap());
    println!("{}", total.load(SeqCst));
}

fn counter() {
    let total = Mutex::new(0);
    thread::scope(|s| {
        for _ in 0..3 {
            s.spawn(|| *total.lock().unwrap() += 1);
        }
    });
    println!("{}", total.into_inner().unwrap());
}

fn two_locks() {
    let (a, b) = (Mutex::new(1), Mutex::new(2));
    thread::scope(|s| {
        s.spawn(|| *a.lock().unwrap() += *b.lock().unwrap());
        s.spawn(|| *b.lock().unwrap() += *a.lock().unwrap());
    });
    println!("{} {}", a.into_inner().unwrap(), b.into_inner().unwrap());
}

fn wait_group() {
    let state = Arc::new((Mutex::new(2), Condvar::new()));
    for _ in 0..2 {
        let state = Arc::clone(&state);
        thread::spawn(move || {
            let mut count = state.0.lock().unwrap();
            *count -= 1;
            if *count == 0 {
                state.1.notify_all();
            }
        });
    }
    let mut count = state.0.lock().unwrap();
    while *count > 0 {
        count = state.1.wait(count).unwrap();
    }
    println!("done");
}

fn try_lock() {
    let lock = Mutex::new(0);
    thread::scope(|s| {
        for me in 1..3 {
            let lock = &lock;
            s.spawn(move || match lock.try_lock() {
                Ok(mut guard) => *guard += me,
                Err(_) => println!("{me} is busy"),
            });
        }
    });
    println!("{}", lock.into_inner().unwrap());
}

fn readers_and_writer() {
    let lock = RwLock::new(0);
    thread::scope(|s| {
        s.spawn(|| *lock.write().unwrap() += 1);
        for _ in 0..2 {
            s.spawn(|| {
                let seen = *lock.read().unwrap();
                println!("{seen}");
            });
        }
    });
}

fn condition_without_loop() {
    let state = (Mutex::new(false), Condvar::new());
    thread::scope(|s| {
        s.spawn(|| {
            *state.0.lock().unwrap() = true;
            state.1.notify_one();
        });
        let guard = state.0.lock().unwrap();
        let guard = state.1.wait(guard).unwrap();
        println!("{guard}");
    });
}

fn notify_one_of_two() {
    let state = (Mutex::new(0), Condvar::new());
    thread::scope(|s| {
        for me in 1..3 {
            let state = &state;
            s.spawn(move || {
                let mut turn = state.0.lock().unwrap();
                while *turn == 0 {
                    turn = state.1.wait(turn).unwrap();
                }
                *turn -= 1;
                println!("{me}");
            });
        }
        *state.0.lock().unwrap() = 1;
        state.1.notify_one();
    });
}

fn timed_wait() {
    let state = (Mutex::new(false), Condvar::new());
    thread::scope(|s| {
        s.spawn(|| {
            *state.0.lock().unwrap() = true;
            state.1.notify_one();
        });
        let guard = state.0.lock().unwrap();
        let (guard, result) = state
            .1
            .wait_timeout(guard, Duration::from_millis(1))
            .unwrap();
        println!("{guard} {}", result.timed_out());
    });
}

fn unbounded_channel() {
    let (send, receive) = channel();
    for id in 0..2 {
        let send = send.clone();
        thread::spawn(move || send.send(id).unwrap());
    }
    drop(send);
    println!("{:?}", receive.iter().collect::<Vec<u32>>());
}

fn bounded_channel() {
    let (send, receive) = sync_channel(1);
    thread::spawn(move || {
        for id in 0..2 {
            send.send(id).unwrap();
            println!("sent {id}");
        }
    });
    println!("{:?}", receive.iter().collect::<Vec<u32>>());
}

fn rendezvous() {
    let (send, receive) = sync_channel(0);
    let other = send.clone();
    thread::spawn(move || println!("{}", other.try_send(1).is_ok()));
    thread::spawn(move || send.send(2).unwrap());
    println!("{:?}", receive.iter().collect::<Vec<u32>>());
}

fn dropped_receiver() {
    let (send, receive) = sync_channel(0);
    let sender = thread::spawn(move || println!("{:?}", send.send(1)));
    drop(receive);
    sender.join().unwrap();
}

fn polled_channel() {
    let (send, receive) = channel();
    let sender = thread::spawn(move || send.send(1).unwrap());
    for _ in 0..2 {
        match receive.try_recv() {
            Ok(message) => println!("{message}"),
            Err(TryRecvError::Empty) => println!("empty"),
            Err(TryRecvError::Disconnected) => println!("closed"),
        }
    }
    sender.join().unwrap();
}

fn parked() {
    let ready = Arc::new(AtomicBool::new(false));
    let other = Arc::clone(&ready);
    let sleeper = thread::spawn(move || {
        if !other.load(SeqCst) {
            thread::park();
        }
        println!("{}", other.load(SeqCst));
    });
    sleeper.thread().unpark();
    ready.store(true, SeqCst);
    sleeper.join().unwrap();
}

type Body = Box<dyn FnOnce(&[AtomicU32; 2]) + Send>;

/// A thread has seen one of two equal stores, hands that on, and sees the later one: only what was
/// handed on tells which it was at first.
fn look_twice(hand_on: fn(&[AtomicU32; 2]), and_then: fn(&[AtomicU32; 2])) {
    let values = Arc::new([AtomicU32::new(0), AtomicU32::new(0)]);
    let run = |body: Body| {
        let values = Arc::clone(&values);
        thread::spawn(move || body(&values))
    };
    run(Box::new(|values| {
        values[1].store(1, Relaxed);
        values[1].store(1, Relaxed);
    }));
    run(Box::new(move |values| {
        values[1].load(Relaxed);
        hand_on(values);
        values[1].load(Relaxed);
        and_then(values);
    }));
    if values[0].load(Acquire) == 1 {
        println!("{}", values[1].load(Relaxed));
    }
}

fn looked_twice() {
    look_twice(|values| values[0].store(1, Release), |_| ());
}

fn looked_twice_with_a_fence() {
    look_twice(|_| fence(Release), |values| values[0].store(1, Relaxed));
}

/// Two tokens at once are one: then the second `park` waits for ever.
fn parked_twice() {
    let sleeper = thread::spawn(|| {
        thread::park();
        thread::park();
    });
    sleeper.thread().unpark();
    sleeper.thread().unpark();
    sleeper.join().unwrap();
}

/// How long each has yet to sleep depends on who has had the lock first.
fn sleep_in_turns() {
    let lock = Arc::new(Mutex::new(()));
    let other = Arc::clone(&lock);
    let thread = thread::spawn(move || {
        drop(other.lock().unwrap());
        thread::sleep(Duration::from_millis(10));
        println!("ten");
    });
    let guard = lock.lock().unwrap();
    thread::sleep(Duration::from_millis(5));
    drop(guard);
    thread::sleep(Duration::from_millis(7));
    println!("seven");
    thread.join().unwrap();
}

fn who_sleeps_first() {
    sleep_in_turns();
}

fn how_long() {
    let start = Instant::now();
    sleep_in_turns();
    println!("{:?}", start.elapsed());
}

/// One of two equal stores is sequentially consistent: which of them came last decides whether a
/// third thread may see the one before.
fn equal_stores() {
    let value = Arc::new(AtomicU32::new(0));
    let store = |value: Arc<AtomicU32>, ordering| {
        move || {
            value.store(1, ordering);
            value.load(Relaxed);
        }
    };
    thread::spawn(store(Arc::clone(&value), SeqCst));
    thread::spawn(store(Arc::clone(&value), Relaxed));
    println!("{}", value.load(SeqCst));
}

fn barrier() {
    let (barrier, count) = (Barrier::new(2), AtomicU32::new(0));
    thread::scope(|s| {
        for me in 0..2 {
            let (barrier, count) = (&barrier, &count);
            s.spawn(move || {
                count.fetch_add(1, SeqCst);
                let leads = barrier.wait().is_leader();
                println!("{me} {leads} {}", count.load(SeqCst));
            });
        }
    });
}

fn once() {
    let (cell, once) = (OnceLock::new(), Once::new());
    thread::scope(|s| {
        for me in 0..2 {
            let (cell, once) = (&cell, &once);
            s.spawn(move || {
                once.call_once(|| println!("once by {me}"));
                println!("{me} sees {}", cell.get_or_init(|| me));
            });
        }
    });
}

static COUNT: AtomicU32 = AtomicU32::new(0);
static LOG: Mutex<Vec<u32>> = Mutex::new(Vec::new());
static TABLE: LazyLock<Vec<u32>> = LazyLock::new(|| vec![1, 2]);

fn statics() {
    let other = thread::spawn(|| {
        LOG.lock().unwrap().push(COUNT.fetch_add(TABLE[0], SeqCst));
    });
    LOG.lock().unwrap().push(COUNT.fetch_add(TABLE[1], SeqCst));
    other.join().unwrap();
    println!("{:?}", LOG.lock().unwrap());
}

thread_local! {
    static SEEN: Cell<u32> = const { Cell::new(0) };
}

fn thread_locals() {
    let total = Arc::new(AtomicU32::new(0));
    let other = Arc::clone(&total);
    let work = move |total: &AtomicU32| {
        SEEN.set(SEEN.get() + total.fetch_add(1, SeqCst));
        SEEN.set(SEEN.get() + total.fetch_add(1, SeqCst));
        println!("{}", SEEN.get());
    };
    let thread = thread::spawn(move || work(&other));
    work(&total);
    thread.join().unwrap();
}

fn detached() {
    thread::spawn(|| {
        println!("a");
        println!("b");
    });
    println!("main");
}

fn finished() {
    let value = Arc::new(AtomicU32::new(0));
    let other = Arc::clone(&value);
    let thread = thread::spawn(move || other.store(1, SeqCst));
    let (stored, finished) = (value.load(SeqCst), thread.is_finished());
    println!("{stored} {finished}");
    thread.join().unwrap();
}

/// The threads leave something in what they borrow; their results say nothing of it.
fn scoped_write() {
    let total = AtomicU32::new(0);
    let (mut a, mut b) = (0, 0);
    thread::scope(|s| {
        s.spawn(|| a = total.fetch_add(1, SeqCst));
        s.spawn(|| b = total.fetch_add(1, SeqCst));
    });
    println!("{a} {b}");
}

fn panic_with_lock() {
    let lock = Arc::new(Mutex::new(0));
    let other = Arc::clone(&lock);
    let thread = thread::spawn(move || {
        let mut guard = other.lock().unwrap();
        *guard = 1;
        panic!("in the middle");
    });
    let seen = lock.lock().is_err();
    println!("{seen} {}", thread.join().is_err());
}

fn panic_in_detached() {
    thread::spawn(|| panic!("nobody looks"));
    println!("main");
}

fn exit() {
    thread::spawn(|| interleave_std::process::exit(3));
    println!("main");
}

fn sleeps() {
    thread::spawn(|| {
        thread::sleep(Duration::from_millis(5));
        println!("thread");
    });
    thread::sleep(Duration::from_millis(10));
    println!("main");
}

fn clock() {
    let start = Instant::now();
    let thread = thread::spawn(move || {
        thread::sleep(Duration::from_millis(5));
        println!("{:?}", start.elapsed());
    });
    thread::sleep(Duration::from_millis(10));
    println!("{:?}", start.elapsed());
    thread.join().unwrap();
}

/// What the lock holds cannot be looked into, nor can the results of the threads.
struct Opaque(u32);

fn values_of_opaque_types() {
    let lock = Arc::new(Mutex::new(Opaque(0)));
    let threads = [1, 2].map(|by| {
        let lock = Arc::clone(&lock);
        thread::spawn(move || {
            let mut guard = lock.lock().unwrap();
            guard.0 = guard.0 * 10 + by;
            Opaque(guard.0)
        })
    });
    let results = threads.map(|thread| thread.join().unwrap().0);
    println!("{} {results:?}", lock.lock().unwrap().0);
}

/// A value changes while nobody needs a lock for it.
fn exclusive_access() {
    let (send, receive) = channel();
    let other = send.clone();
    thread::spawn(move || send.send(1).unwrap());
    thread::spawn(move || other.send(2).unwrap());
    let mut lock = Mutex::new(Opaque(0));
    lock.get_mut().unwrap().0 = receive.recv().unwrap();
    let lock = Arc::new(lock);
    let reader = Arc::clone(&lock);
    thread::spawn(move || println!("{}", reader.lock().unwrap().0))
        .join()
        .unwrap();
}

/// A loop that counts its rounds is not taken for one that waits.
fn retry_three_times() {
    let ready = Arc::new(AtomicBool::new(false));
    let other = Arc::clone(&ready);
    thread::spawn(move || other.store(true, SeqCst));
    for round in 0..3 {
        if ready.load(SeqCst) {
            println!("ready in round {round}");
            return;
        }
    }
    println!("gave up");
}

fn poisoned() {
    let lock = Arc::new(Mutex::new(vec![0]));
    let other = Arc::clone(&lock);
    let thread = thread::spawn(move || {
        let _guard = other.lock().unwrap();
        panic!("poison");
    });
    println!("{}", lock.is_poisoned());
    let _ = thread.join();
    lock.clear_poison();
    println!("{:?}", lock.lock().is_ok());
}

fn nested_threads() {
    let total = Arc::new(AtomicU32::new(0));
    let inner = Arc::clone(&total);
    let outer = thread::spawn(move || {
        let deepest = Arc::clone(&inner);
        let thread = thread::spawn(move || deepest.fetch_add(1, SeqCst));
        inner.fetch_add(10, SeqCst);
        thread.join().unwrap()
    });
    println!("{} {}", total.load(SeqCst), outer.join().unwrap());
}

/// Two threads that have little to do with each other.
fn apart() {
    let locks = Arc::new([Mutex::new(0), Mutex::new(0)]);
    let total = Arc::new(AtomicU32::new(0));
    let threads = [0, 1].map(|own| {
        let (locks, total) = (Arc::clone(&locks), Arc::clone(&total));
        thread::spawn(move || {
            *locks[own].lock().unwrap() += 1;
            total.fetch_add(1, SeqCst);
        })
    });
    let _ = threads.map(|thread| thread.join().unwrap());
    println!("{}", total.load(SeqCst));
}
