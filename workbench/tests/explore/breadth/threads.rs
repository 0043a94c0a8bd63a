//! `std::thread`.

use std::cell::{Cell, RefCell};
use std::panic;
use std::thread::{self, AccessError, JoinHandle, ScopedJoinHandle, Thread, ThreadId};
use std::time::{Duration, Instant};

thread_local! {
    static COUNT: Cell<u32> = const { Cell::new(1) };
    static LIST: RefCell<Vec<u32>> = RefCell::new(vec![1]);
    static PLAIN: String = "plain".to_owned();
}

fn locals() {
    COUNT.set(COUNT.get() + 1);
    println!("{} {} {}", COUNT.replace(5), COUNT.take(), COUNT.get());
    LIST.with_borrow_mut(|list| list.push(2));
    println!("{:?}", LIST.with_borrow(Vec::len));
    println!("{:?} {:?}", LIST.replace(vec![7]), LIST.take());
    LIST.set(vec![9]);
    println!("{}", PLAIN.with(String::len));
    let tried: Result<usize, AccessError> = PLAIN.try_with(String::len);
    println!("{tried:?}");
}

fn main() {
    let handle: JoinHandle<u32> = thread::spawn(|| 3);
    let id: ThreadId = handle.thread().id();
    println!(
        "{} {:?}",
        id == thread::current().id(),
        handle.thread().name()
    );
    println!("{:?}", handle.join());
    let named = thread::Builder::new()
        .name("ann".to_owned())
        .stack_size(1 << 20)
        .spawn(|| thread::current().name().map(str::to_owned))
        .unwrap();
    println!("{:?}", named.join().unwrap());
    println!("{:?}", thread::current().name());

    let mut total = 0;
    let parts = thread::scope(|s| {
        let part: ScopedJoinHandle<'_, u32> = s.spawn(|| 2);
        let other = thread::Builder::new()
            .spawn_scoped(s, || total += 1)
            .unwrap();
        let nested = s.spawn(|| s.spawn(|| 5).join().unwrap());
        println!("{:?}", part.thread().name());
        other.join().unwrap();
        part.join().unwrap() + nested.join().unwrap()
    });
    println!("{total} {parts}");

    let main: Thread = thread::current();
    let wakes = thread::spawn(move || main.unpark());
    thread::park();
    wakes.join().unwrap();
    thread::park_timeout(Duration::from_millis(1));
    thread::sleep(Duration::from_millis(1));
    thread::yield_now();
    std::hint::spin_loop();
    println!("{}", thread::available_parallelism().unwrap().get() > 0);
    let ended = thread::spawn(|| ());
    while !ended.is_finished() {
        thread::yield_now();
    }
    println!("{}", ended.is_finished());

    let panics = thread::spawn(|| panic::resume_unwind(Box::new("given up")));
    println!("{:?}", panics.join().unwrap_err().downcast_ref::<&str>());
    let caught = panic::catch_unwind(|| panic::resume_unwind(Box::new(5)));
    println!("{} {}", caught.is_err(), thread::panicking());

    let begin = Instant::now();
    thread::sleep(Duration::from_millis(2));
    println!("{}", begin.elapsed() >= Duration::from_millis(2));
    println!(
        "{}",
        Instant::now() > begin && begin + Duration::ZERO == begin
    );
    println!("{:?}", begin.checked_duration_since(begin));
    thread::spawn(locals).join().unwrap();
}
