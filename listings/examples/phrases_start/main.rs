use std::any::Any;
use std::panic;
use std::sync::LazyLock;
use std::thread;
use std::time::{Duration, Instant};

fn work() {}

// ANCHOR: start
fn start() {
    thread::spawn(work); // runs on its own; nobody waits
}
// ANCHOR_END: start

// ANCHOR: result
fn result() -> i32 {
    let clerk = thread::spawn(|| [1, 2, 3].iter().sum());
    clerk.join().unwrap()
}
// ANCHOR_END: result

// ANCHOR: several
fn several() -> Vec<usize> {
    let mut squares = vec![0; 3];
    thread::scope(|s| {
        for (i, square) in squares.iter_mut().enumerate() {
            s.spawn(move || *square = i * i);
        }
    });
    squares
}
// ANCHOR_END: several

// ANCHOR: panics
fn panics() -> Box<dyn Any + Send> {
    let clerk = thread::spawn(|| panic!("the ladder"));
    clerk.join().unwrap_err()
}
// ANCHOR_END: panics

// ANCHOR: sleeps
fn sleeps() -> bool {
    let begin = Instant::now();
    thread::sleep(Duration::from_millis(5));
    begin.elapsed() >= Duration::from_millis(5)
}
// ANCHOR_END: sleeps

// ANCHOR: once_only
static RULES: LazyLock<&str> = LazyLock::new(|| "be quiet");
// ANCHOR_END: once_only

fn main() {
    panic::set_hook(Box::new(|_| ())); // no message for the one that we catch
    start();
    println!("{}", result());
    println!(
        "{}",
        several()
            .iter()
            .map(usize::to_string)
            .collect::<Vec<_>>()
            .join(" ")
    );
    println!("{}", panics().downcast_ref::<&str>().unwrap());
    println!("{}", sleeps());
    println!("{}", *RULES);
}
