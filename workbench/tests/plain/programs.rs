//! Small programs, each for one thing that can be done with plain memory.

use crate::explorer;
use workbench::explore::graph::Graph;
use workbench::explore::{Memory, Plain, Question};

fn explore_with(name: &str, text: &str, question: &Question) -> Graph {
    let explored = explorer().explore(&format!("plain_{name}"), text, question, |_| ());
    explored
        .unwrap_or_else(|error| panic!("{name}: {error}"))
        .graph
}

pub fn explore(name: &str, text: &str) -> Graph {
    let graph = explore_with(name, text, &Question::default());
    assert!(graph.complete && graph.plain, "{name}: {:?}", graph.cut);
    graph
}

/// The pairs of lines that race, smaller first.
pub fn races(graph: &Graph) -> Vec<(u32, u32)> {
    let lines = graph.races().map(|race| {
        let [one, other] = race.troubles.as_slice() else {
            panic!("a race has two sides");
        };
        (one.line.min(other.line), one.line.max(other.line))
    });
    let mut lines: Vec<_> = lines.collect();
    lines.sort_unstable();
    lines
}

fn printed(graph: &Graph) -> Vec<&str> {
    let ends = graph
        .outcomes
        .iter()
        .filter(|outcome| outcome.kind != "race");
    let mut printed: Vec<_> = ends.map(|outcome| outcome.stdout.trim()).collect();
    printed.sort_unstable();
    printed
}

/// Two threads that each do `work` with shared memory that is declared by `shared`.
fn two(shared: &str, work: &str, after: &str) -> String {
    format!(
        "use std::thread;\n{shared}\nfn work() {{\n{work}\n}}\nfn main() {{\n\
         let workers = [1, 2].map(|_| thread::spawn(work));\n\
         for worker in workers {{ worker.join().unwrap(); }}\n{after}\n}}\n"
    )
}

#[test]
fn an_addition_is_a_read_and_a_write() {
    let text = two(
        "static mut A: u32 = 0;",
        "unsafe { A += 1 };",
        "println!(\"{}\", unsafe { A });",
    );
    let graph = explore("addition", &text);
    assert_eq!(graph.schedules.as_deref(), Some("6"));
    assert_eq!(printed(&graph), ["1", "2"]);
    assert_eq!(races(&graph), [(4, 4)]);
}

/// If a `static mut` kept what an execution left in it, the second one would print 3.
#[test]
fn statics_start_afresh_in_each_execution() {
    let text = "\
use std::sync::Mutex;
use std::thread;
static LOCK: Mutex<()> = Mutex::new(());
static mut SUM: u64 = 0;
static mut WORDS: Vec<u8> = Vec::new();
fn main() {
    thread::scope(|s| {
        for word in [1, 2] {
            s.spawn(move || {
                let _locked = LOCK.lock();
                unsafe { SUM += 1 };
                unsafe { (*(&raw mut WORDS)).push(word) };
            });
        }
    });
    println!(\"{} {:?}\", unsafe { SUM }, unsafe { &*(&raw const WORDS) });
}
";
    let graph = explore("afresh", text);
    assert_eq!(printed(&graph), ["2 [1, 2]", "2 [2, 1]"]);
    assert_eq!(races(&graph), []);
}

#[test]
fn swaps_and_copies_of_structs_are_accesses() {
    let shared = "#[derive(Clone, Copy)] struct Pair(u64, u64, u64);\n\
                  static mut A: Pair = Pair(1, 2, 3); static mut B: Pair = Pair(4, 5, 6);";
    let swap = two(
        shared,
        "unsafe { std::mem::swap(&mut *(&raw mut A), &mut *(&raw mut B)) };",
        "",
    );
    assert_eq!(races(&explore("swap", &swap)), [(5, 5)]);
    let copy = two(shared, "unsafe { A = B };", "");
    assert_eq!(races(&explore("copy", &copy)), [(5, 5)]);
    let read = two(shared, "let pair = unsafe { A }; drop(pair);", "");
    assert_eq!(races(&explore("read", &read)), []);
}

#[test]
fn bytes_side_by_side_are_not_the_same_memory() {
    let text = "\
use std::thread;
static mut BYTES: [u8; 4] = [0; 4];
fn main() {
    let ann = thread::spawn(|| unsafe { BYTES[0] = 1 });
    unsafe { BYTES[1] = 2 };
    let all = unsafe { *(&raw const BYTES).cast::<u16>() };
    ann.join().unwrap();
    println!(\"{}\", all > 0);
}
";
    let text = text.replace(
        "static mut",
        "#[repr(align(4))] struct All([u8; 4]);\nstatic mut",
    );
    let text = text
        .replace("[u8; 4] = [0; 4]", "All = All([0; 4])")
        .replace("BYTES[", "BYTES.0[");
    // The write of one byte by main does not race, its read of two does.
    assert_eq!(races(&explore("bytes", &text)), [(5, 7)]);
}

#[test]
fn vectors_without_checks_are_memory_like_any_other() {
    let text = "\
use std::thread;
struct Shelf(Vec<u32>);
#[derive(Clone, Copy)]
struct Key(*mut Shelf);
unsafe impl Send for Key {}
fn put(key: Key, at: usize) {
    let shelf = unsafe { &mut *key.0 };
    unsafe { *shelf.0.get_unchecked_mut(at) = 7 };
}
fn main() {
    let mut shelf = Shelf(Vec::with_capacity(2));
    unsafe { shelf.0.set_len(2) };
    let key = Key(&raw mut shelf);
    thread::scope(|s| {
        s.spawn(move || put(key, 0));
        s.spawn(move || put(key, LAST));
    });
    println!(\"{:?}\", shelf.0);
}
";
    let apart = explore("apart", &text.replace("LAST", "1"));
    assert_eq!(races(&apart), []);
    assert_eq!(printed(&apart), ["[7, 7]"]);
    assert_eq!(
        races(&explore("together", &text.replace("LAST", "0"))),
        [(8, 8)]
    );
}

#[test]
fn memory_that_is_given_back_is_nobodys() {
    let text = "\
use std::thread;
struct Slip(*mut u32);
unsafe impl Send for Slip {}
impl Slip {
    fn read(&self) -> u32 { unsafe { *self.0 } }
}
fn main() {
    let number = Box::into_raw(Box::new(5));
    let slip = Slip(number);
    let reader = thread::spawn(move || slip.read() == 5);
    thread::yield_now();
    drop(unsafe { Box::from_raw(number) });
    drop(reader);
}
";
    let graph = explore_with("given_back", text, &Question::default());
    assert!(races(&graph).contains(&(5, 12)), "{:?}", races(&graph));
}

#[test]
fn the_last_owner_of_a_value_comes_after_the_others() {
    let text = "\
use std::cell::UnsafeCell;
use std::sync::Arc;
use std::thread;
struct Board(UnsafeCell<Vec<u32>>);
unsafe impl Sync for Board {}
unsafe impl Send for Board {}
impl Drop for Board {
    fn drop(&mut self) { self.0.get_mut().push(3); }
}
fn main() {
    let board = Arc::new(Board(UnsafeCell::new(vec![0])));
    let other = Arc::clone(&board);
    let worker = thread::spawn(move || unsafe { (*other.0.get()).push(1) });
    drop(board);
    drop(worker);
}
";
    assert_eq!(races(&explore("last_owner", text)), []);
}

/// Who drops its pointer first cannot tell, so it must not be relied upon.
#[test]
fn dropping_a_pointer_orders_nothing_after_it() {
    let text = "\
use std::sync::Arc;
use std::thread;
static mut A: u32 = 0;
fn main() {
    let mine = Arc::new(1);
    let other = Arc::clone(&mine);
    let worker = thread::spawn(move || {
        unsafe { A = 1 };
        drop(other);
    });
    thread::yield_now();
    drop(mine);
    println!(\"{}\", unsafe { A });
    drop(worker);
}
";
    assert_eq!(races(&explore("drop_orders_nothing", text)), [(8, 13)]);
}

/// Even where each load sees the newest value, a relaxed one hands nothing over.
#[test]
fn a_relaxed_flag_publishes_nothing() {
    let text = "\
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
static READY: AtomicBool = AtomicBool::new(false);
static mut A: u32 = 0;
fn main() {
    let worker = thread::spawn(|| {
        unsafe { A = 1 };
        READY.store(true, Ordering::STORE);
    });
    if READY.load(Ordering::LOAD) {
        println!(\"{}\", unsafe { A });
    }
    worker.join().unwrap();
}
";
    let with = |store: &str, load: &str| text.replace("STORE", store).replace("LOAD", load);
    for memory in [Memory::Sc, Memory::Weak] {
        let mut question = Question::default();
        question.model.memory = memory;
        let races = |store, load| races(&explore_with("publish", &with(store, load), &question));
        assert_eq!(races("Relaxed", "Relaxed"), [(7, 11)], "{memory:?}");
        assert_eq!(races("Release", "Relaxed"), [(7, 11)], "{memory:?}");
        assert_eq!(races("Relaxed", "Acquire"), [(7, 11)], "{memory:?}");
        assert_eq!(races("Release", "Acquire"), [], "{memory:?}");
    }
}

#[test]
fn a_loop_that_waits_for_plain_memory_is_a_race() {
    let text = "\
use std::thread;
static mut READY: bool = false;
fn main() {
    let worker = thread::spawn(|| unsafe { READY = true });
    while !unsafe { READY } {}
    worker.join().unwrap();
    println!(\"ready\");
}
";
    let graph = explore("spin", text);
    assert_eq!(races(&graph), [(4, 5)]);
    assert_eq!(printed(&graph), ["ready"]);
}

/// A program without races has the states that it had when nobody looked: what cannot race is no
/// step.
#[test]
fn what_cannot_race_is_no_step() {
    let text = "\
use std::cell::UnsafeCell;
use std::sync::Mutex;
use std::thread;
struct Shelf { lock: Mutex<()>, books: UnsafeCell<Vec<u32>> }
unsafe impl Sync for Shelf {}
fn main() {
    let shelf = Shelf { lock: Mutex::new(()), books: UnsafeCell::new(Vec::new()) };
    unsafe { (*shelf.books.get()).push(0) };
    thread::scope(|s| {
        for number in [1, 2, 3] {
            let shelf = &shelf;
            s.spawn(move || {
                let _locked = shelf.lock.lock();
                unsafe { (*shelf.books.get()).push(number) };
            });
        }
    });
    println!(\"{}\", unsafe { (*shelf.books.get()).len() });
}
";
    let seen = explore("no_step", text);
    let unseen = Question {
        plain: Plain::Never,
        ..Question::default()
    };
    let unseen = explore_with("no_step_unseen", text, &unseen);
    assert!(!unseen.plain);
    assert_eq!(races(&seen), []);
    assert_eq!(seen.states.len(), unseen.states.len());
    assert_eq!(printed(&seen), printed(&unseen));
    assert_eq!(seen.schedules, unseen.schedules);
}

/// The same on every run, to the byte: no address is in it, and nothing that was never written.
#[test]
fn a_graph_with_races_is_the_same_each_time() {
    let text = two(
        "struct P(*mut u64); unsafe impl Sync for P {} unsafe impl Send for P {} \
         static A: std::sync::OnceLock<P> = std::sync::OnceLock::new();",
        "let p = A.get_or_init(|| P(Box::into_raw(Box::new(0)))); unsafe { *p.0 += 1 };",
        "println!(\"{}\", unsafe { *A.get().unwrap().0 });",
    );
    let json = || {
        let explored = explorer().explore("plain_same", &text, &Question::default(), |_| ());
        explored.unwrap().json
    };
    assert_eq!(json(), json());
}
