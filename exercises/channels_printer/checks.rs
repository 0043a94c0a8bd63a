//! What is demanded of `exercise.rs`.

mod exercise;

use checks::{Log, assert, every};
use exercise::Printer;
use std::sync::Arc;

fn main() {
    checks::main(&[
        every("every line is printed once, in its order", every_line),
        every("what is handed in is on paper after `close`", on_paper),
        every("messages are not mixed", not_mixed),
        every("nobody waits for the paper", nobody_waits),
        every(
            "the printer prints in a thread of its own",
            a_thread_of_its_own,
        ),
        every("an empty message does no harm", empty),
        every("a printer without messages can be closed", closed_at_once),
    ]);
}

fn printer(paper: &'static Log) -> Printer {
    Printer::start(move |line| paper.note(line))
}

fn every_line() {
    let paper = checks::log();
    let printer = printer(paper);
    printer.print(&["Dear Nora,", "your book is here."]);
    printer.print(&["Dear Paul,"]);
    printer.close();
    let all = paper.all();
    assert!(
        all == ["Dear Nora,", "your book is here.", "Dear Paul,"],
        "on paper there is {all:?}"
    );
}

fn on_paper() {
    let paper = checks::log();
    let printer = printer(paper);
    printer.print(&["Dear Nora,"]);
    printer.close();
    let count = paper.count("Dear Nora,");
    assert!(
        count == 1,
        "`close` has returned, and the line is {count} times on paper"
    );
}

fn not_mixed() {
    let paper = checks::log();
    let printer = Arc::new(printer(paper));
    let shared = Arc::clone(&printer);
    let ann = checks::clerk("Ann", move || shared.print(&["A1", "A2"]));
    printer.print(&["B1", "B2"]);
    ann.join().unwrap();
    Arc::into_inner(printer).expect("Ann has gone").close();
    let all = paper.all();
    assert!(
        all == ["A1", "A2", "B1", "B2"] || all == ["B1", "B2", "A1", "A2"],
        "on paper there is {all:?}"
    );
}

fn nobody_waits() {
    // The first line is printed once all messages have been handed in. Explored, there are two; on
    // real threads there may be many.
    let messages = checks::threads().map_or(100, |_| 2);
    let handed_in = checks::handshake();
    let printer = Printer::start(|_| handed_in.join());
    for _ in 0..messages {
        printer.print(&["A1", "A2"]);
    }
    handed_in.join();
    printer.close();
}

fn a_thread_of_its_own() {
    let (main, papers) = (std::thread::current().id(), checks::log());
    let printer = Printer::start(move |_| {
        let own = std::thread::current().id() != main;
        papers.note(own);
    });
    printer.print(&["Dear Nora,"]);
    printer.close();
    let others = papers.count(false);
    assert!(
        others == 0,
        "the line was printed by the one who handed it in"
    );
}

fn empty() {
    let paper = checks::log();
    let printer = printer(paper);
    printer.print(&[]);
    printer.print(&["Dear Nora,"]);
    printer.close();
    let all = paper.all();
    assert!(all == ["Dear Nora,"], "on paper there is {all:?}");
}

fn closed_at_once() {
    printer(checks::log()).close();
}
