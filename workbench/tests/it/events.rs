//! A run as a stream of events, its input, and its cancellation.

use std::time::{Duration, Instant};

use workbench::{Cancel, Ending, Event, Limits};

use crate::compile;

#[test]
fn what_happens_is_told_in_its_order() {
    let executable = compile(
        "fn main() { println!(\"out\"); std::thread::sleep(std::time::Duration::from_millis(200)); \
         eprintln!(\"err\"); std::process::exit(3); }",
    );
    let mut events = Vec::new();
    let mut times = Vec::new();
    let job = executable.job(&Limits::default());
    job.run(&Cancel::default(), |event| {
        times.push(Instant::now());
        events.push(event);
    })
    .unwrap();
    let Some(Event::End { ending, .. }) = events.pop() else {
        panic!("{events:?}");
    };
    assert_eq!(ending, Ending::Exited(3));
    let text = |text: &str| text.to_owned();
    let expected = [
        Event::Start,
        Event::Stdout {
            text: text("out\n"),
        },
        Event::Stderr {
            text: text("err\n"),
        },
    ];
    assert_eq!(events, expected);
    // It is told when it happens, not at the end.
    assert!(
        times[2] - times[1] > Duration::from_millis(100),
        "{times:?}"
    );
}

#[test]
fn input_is_there_to_be_read() {
    let executable = compile(
        "fn main() { let text = std::io::read_to_string(std::io::stdin()).unwrap(); \
         print!(\"{}\", text.to_uppercase()); }",
    );
    let mut job = executable.job(&Limits::default());
    job.input = b"a library card".repeat(10_000);
    assert_eq!(
        job.finish().unwrap().stdout,
        "A LIBRARY CARD".repeat(10_000)
    );
}

#[test]
fn input_need_not_be_read() {
    let mut job = compile("fn main() {}").job(&Limits::default());
    job.input = vec![b'x'; 1 << 20];
    assert_eq!(job.finish().unwrap().ending, Ending::Exited(0));
}

#[test]
fn a_run_can_be_stopped() {
    let executable = compile("fn main() { println!(\"waiting\"); loop { std::thread::park(); } }");
    let cancel = Cancel::default();
    let stop = cancel.clone();
    let start = Instant::now();
    let mut ending = None;
    let job = executable.job(&Limits::default());
    job.run(&cancel, |event| match event {
        Event::Stdout { .. } => stop.cancel(),
        Event::End { ending: how, .. } => ending = Some(how),
        _ => {}
    })
    .unwrap();
    assert_eq!(ending, Some(Ending::Cancelled));
    assert!(start.elapsed() < Duration::from_secs(5));
}
