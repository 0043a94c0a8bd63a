// No Go twin: in Go the lock is free from the line on that says so.
use std::sync::Mutex;

static PILE: Mutex<Vec<&str>> = Mutex::new(Vec::new());

fn say(place: &str) {
    let free = PILE.try_lock().is_ok();
    println!("{place}: {}", if free { "free" } else { "locked" });
}

fn main() {
    let size = PILE.lock().unwrap().len();
    say("after a statement");

    if PILE.lock().unwrap().len() == size {
        say("in an if");
    }
    if let Some(title) = PILE.lock().unwrap().pop() {
        println!("{title}");
    } else {
        say("in the else of an if let");
    }
    PILE.lock().unwrap().push("Emma");
    if let Some(_title) = PILE.lock().unwrap().pop() {
        say("in an if let");
    }
    match PILE.lock().unwrap().pop() {
        Some(title) => println!("{title}"),
        None => say("in a match"),
    }
    let top = PILE.lock().unwrap().pop();
    match top {
        Some(title) => println!("{title}"),
        None => say("in a match, with a let before"),
    }
}
