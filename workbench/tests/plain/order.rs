//! What puts two accesses in order, rule by rule: for each rule a program that relies on it, and
//! one that relies on more than it says.

use crate::programs::{explore, races};

/// A program of three threads that share `A`, which two of them access in the lines that are marked.
/// `before` comes before the others are started, with what they share.
fn program(before: &str, ann: &str, bob: &str, main: &str) -> String {
    format!(
        "use crossbeam_channel as cb;
use parking_lot as pl;
use std::sync::mpsc;
use std::thread;
static mut A: u32 = 0;
fn main() {{
    {before}
    let ann = thread::spawn(move || {{ {ann} }});
    let bob = thread::spawn(move || {{ {bob} }});
    {main}
    ann.join().unwrap();
    bob.join().unwrap();
}}
"
    )
}

const WRITE: &str = "unsafe { A = 1 };";
const READ: &str = "let _seen = unsafe { A };";

/// Where the threads and main are in the text.
const ANN: u32 = 8;
const BOB: u32 = 9;
const MAIN: u32 = 10;

fn is_ordered(name: &str, text: &str) {
    assert_eq!(
        races(&explore(&format!("order_{name}"), text)),
        [],
        "{text}"
    );
}

fn is_racy(name: &str, text: &str, lines: (u32, u32)) {
    let found = races(&explore(&format!("order_{name}"), text));
    assert!(found.contains(&lines), "{found:?}\n{text}");
}

#[test]
fn a_send_comes_before_the_receive_of_its_message() {
    for make in [
        "cb::unbounded()",
        "cb::bounded(1)",
        "cb::bounded(0)",
        "mpsc::sync_channel(1)",
    ] {
        let before = format!("let (sender, receiver) = {make};");
        let ann = format!("{WRITE} sender.send(1).unwrap();");
        let text = program(
            &before,
            &ann,
            "",
            &format!("receiver.recv().unwrap(); {READ}"),
        );
        is_ordered("send", &text);
    }
}

#[test]
fn a_send_does_not_come_before_the_receive_of_another_message() {
    // Main receives two messages, and the first of them may be bob's.
    for make in [
        "cb::unbounded()",
        "cb::bounded(2)",
        "cb::bounded(0)",
        "mpsc::channel()",
    ] {
        let before = format!("let (sender, receiver) = {make}; let second = sender.clone();");
        let ann = format!("{WRITE} sender.send(1).unwrap();");
        let (bob, main) = ("second.send(2).unwrap();", "receiver.recv().unwrap();");
        let text = program(&before, &ann, bob, &format!("{main} {READ} {main}"));
        is_racy("send_other", &text, (ANN, MAIN));
    }
}

#[test]
fn two_senders_are_not_put_in_order() {
    // Who finds the channel full comes after whoever has filled it, but it is not told so.
    let before = "let (sender, receiver) = cb::bounded(1); let second = sender.clone();";
    let ann = format!("{WRITE} sender.send(1).unwrap();");
    let bob = format!("if second.try_send(2).is_err() {{ {READ} }}");
    let text = program(before, &ann, &bob, "receiver.recv().unwrap();");
    is_racy("senders", &text, (ANN, BOB));
}

#[test]
fn two_receivers_are_not_put_in_order() {
    let before = "let (sender, receiver) = cb::unbounded(); let second = receiver.clone();";
    let ann = format!("receiver.recv().unwrap(); {WRITE}");
    let bob = format!("second.recv().unwrap(); {READ}");
    let main = "sender.send(1).unwrap(); sender.send(2).unwrap();";
    is_racy("receivers", &program(before, &ann, &bob, main), (ANN, BOB));
}

#[test]
fn a_receive_comes_before_the_send_that_gets_its_room() {
    let sends = "sender.send(1).unwrap(); sender.send(2).unwrap();";
    for make in ["cb::bounded(1)", "mpsc::sync_channel(1)"] {
        let before = format!("let (sender, receiver) = {make};");
        let ann = format!("{WRITE} receiver.recv().unwrap(); receiver.recv().unwrap();");
        is_ordered(
            "room",
            &program(&before, &ann, "", &format!("{sends} {READ}")),
        );
    }
}

#[test]
fn a_receive_does_not_come_before_a_send_that_had_room() {
    let sends = "sender.send(1).unwrap(); sender.send(2).unwrap();";
    for make in ["cb::bounded(2)", "cb::unbounded()", "mpsc::sync_channel(2)"] {
        let before = format!("let (sender, receiver) = {make};");
        let ann = format!("{WRITE} receiver.recv().unwrap(); receiver.recv().unwrap();");
        let text = program(&before, &ann, "", &format!("{sends} {READ}"));
        is_racy("no_room", &text, (ANN, MAIN));
    }
}

#[test]
fn who_meets_in_person_comes_after_the_other_on_both_sides() {
    for make in ["cb::bounded(0)", "mpsc::sync_channel(0)"] {
        let before = format!("let (sender, receiver) = {make};");
        let ann = format!("{WRITE} sender.send(1).unwrap();");
        let main = format!("receiver.recv().unwrap(); {READ}");
        is_ordered("meet_receiver", &program(&before, &ann, "", &main));
        let ann = format!("{WRITE} receiver.recv().unwrap();");
        let main = format!("sender.send(1).unwrap(); {READ}");
        is_ordered("meet_sender", &program(&before, &ann, "", &main));
    }
}

#[test]
fn who_meets_one_does_not_come_after_another() {
    let before = "let (sender, receiver) = cb::bounded(0); let second = receiver.clone();";
    let ann = format!("{WRITE} receiver.recv().unwrap();");
    let main = format!("sender.send(1).unwrap(); {READ} sender.send(2).unwrap();");
    let text = program(before, &ann, "second.recv().unwrap();", &main);
    is_racy("meet_other", &text, (ANN, MAIN));
}

#[test]
fn select_orders_as_the_operation_that_it_chooses() {
    let before =
        "let (sender, receiver) = cb::bounded(0); let (other, none) = cb::bounded::<u32>(0);";
    let main = format!(
        "cb::select! {{ recv(receiver) -> _ => {{ {READ} }} recv(none) -> _ => {{}} }} drop(other);"
    );
    let ann = format!("{WRITE} sender.send(1).unwrap();");
    is_ordered("select", &program(before, &ann, "", &main));
    // What bob sends by the other channel says nothing of ann.
    let before = "let (sender, receiver) = cb::bounded(1); let (other, second) = cb::bounded(1);";
    let main =
        format!("cb::select! {{ recv(receiver) -> _ => {{}} recv(second) -> _ => {{ {READ} }} }}");
    let (ann, bob) = (
        format!("{WRITE} sender.send(1).unwrap();"),
        "other.send(2).unwrap();",
    );
    is_racy(
        "select_other",
        &program(before, &ann, bob, &main),
        (ANN, MAIN),
    );
}

#[test]
fn what_select_sends_is_ordered_before_its_receive() {
    // The message is made after the channel was chosen.
    for room in [0, 1] {
        let before = format!("let (sender, receiver) = cb::bounded({room});");
        let ann = format!("cb::select! {{ send(sender, {{ {WRITE} 1 }}) -> _ => {{}} }}");
        let main = format!("receiver.recv().unwrap(); {READ}");
        is_ordered("select_send", &program(&before, &ann, "", &main));
    }
}

#[test]
fn hanging_up_comes_before_what_notices_it() {
    for make in [
        "cb::unbounded::<u32>()",
        "cb::bounded::<u32>(0)",
        "mpsc::channel::<u32>()",
    ] {
        let before = format!("let (sender, receiver) = {make}; let second = sender.clone();");
        let ann = format!("{WRITE} drop(sender);");
        let main = format!("receiver.recv().unwrap_err(); {READ}");
        is_ordered("closed", &program(&before, &ann, "drop(second);", &main));
    }
    for make in ["cb::bounded(0)", "cb::bounded(1)", "mpsc::sync_channel(0)"] {
        let before = format!("let (sender, receiver) = {make};");
        let ann = format!("{WRITE} drop(receiver);");
        let main = format!("if sender.send(1).is_err() {{ {READ} }}");
        is_ordered("unheard", &program(&before, &ann, "", &main));
    }
}

#[test]
fn hanging_up_comes_before_nothing_else() {
    let before = "let (sender, receiver) = cb::unbounded(); let second = sender.clone();";
    let ann = format!("{WRITE} drop(sender);");
    let text = program(
        before,
        &ann,
        "second.send(1).unwrap();",
        &format!("receiver.recv().unwrap(); {READ}"),
    );
    is_racy("closed_other", &text, (ANN, MAIN));
}

#[test]
fn messages_that_nobody_receives_are_dropped_after_they_were_sent() {
    for make in ["cb::unbounded()", "cb::bounded(1)", "mpsc::channel()"] {
        let before = format!("let (sender, receiver) = {make};");
        let ann = "sender.send(Box::new(1)).unwrap();";
        is_ordered("unread", &program(&before, ann, READ, "drop(receiver);"));
    }
}

#[test]
fn what_a_destructor_waits_for_is_known_for_good() {
    let text = "\
use std::sync::Arc;
use std::thread::{self, JoinHandle};
static mut A: u32 = 0;
struct Crew(Option<JoinHandle<()>>);
impl Drop for Crew {
    fn drop(&mut self) { self.0.take().unwrap().join().unwrap(); }
}
fn main() {
    let crew = Arc::new(Crew(Some(thread::spawn(|| unsafe { A = 1 }))));
    let other = Arc::clone(&crew);
    drop(other);
    drop(crew);
    println!(\"{}\", unsafe { A });
}
";
    is_ordered("crew", text);
}

const LOCK: &str = "static LOCK: pl::RwLock<()> = pl::RwLock::new(());";

#[test]
fn readers_of_parking_lot_are_not_put_in_order() {
    let ann = format!("let guard = LOCK.read(); {WRITE} drop(guard);");
    let bob = format!("let guard = LOCK.read(); {READ} drop(guard);");
    is_racy("pl_readers", &program(LOCK, &ann, &bob, ""), (ANN, BOB));
    // Not even by the way from one to the next.
    let bob = format!("let guard = LOCK.try_read(); {READ} drop(guard);");
    is_racy("pl_try_readers", &program(LOCK, &ann, &bob, ""), (ANN, BOB));
}

#[test]
fn a_writer_of_parking_lot_comes_after_readers_and_before_them() {
    let ann = format!("let guard = LOCK.write(); {WRITE} drop(guard);");
    let bob = format!("let guard = LOCK.read(); {READ} drop(guard);");
    is_ordered("pl_writer", &program(LOCK, &ann, &bob, ""));
    let main = format!("let guard = LOCK.write(); {WRITE} drop(guard);");
    is_ordered("pl_writers", &program(LOCK, &ann, "", &main));
}

#[test]
fn upgradable_readers_are_put_in_order_among_themselves_alone() {
    let upgradable =
        |what: &str| format!("let guard = LOCK.upgradable_read(); {what} drop(guard);");
    let read = |what: &str| format!("let guard = LOCK.read(); {what} drop(guard);");
    let text = program(LOCK, &upgradable(WRITE), &upgradable(READ), "");
    is_ordered("pl_upgradable", &text);
    let text = program(LOCK, &upgradable(WRITE), &read(READ), "");
    is_racy("pl_upgradable_reader", &text, (ANN, BOB));
}

#[test]
fn who_upgrades_comes_after_all_readers() {
    let upgrade = "pl::RwLockUpgradableReadGuard::upgrade(guard)";
    let ann = |write: &str| format!("let guard = LOCK.upgradable_read(); {write} drop(guard);");
    let bob = format!("let guard = LOCK.read(); {READ} drop(guard);");
    let after = ann(&format!("let guard = {upgrade}; {WRITE}"));
    is_ordered("pl_upgrade", &program(LOCK, &after, &bob, ""));
    let too_early = ann(&format!("{WRITE} let guard = {upgrade};"));
    is_racy(
        "pl_upgrade_early",
        &program(LOCK, &too_early, &bob, ""),
        (ANN, BOB),
    );
}

#[test]
fn who_downgrades_comes_before_later_readers_with_what_it_wrote() {
    let ann = |first: &str, then: &str| {
        format!(
            "let guard = LOCK.write(); {first} \
             let guard = pl::RwLockWriteGuard::downgrade(guard); {then} drop(guard);"
        )
    };
    let bob = format!("let guard = LOCK.read(); {READ} drop(guard);");
    is_ordered("pl_downgrade", &program(LOCK, &ann(WRITE, ""), &bob, ""));
    is_racy(
        "pl_downgrade_late",
        &program(LOCK, &ann("", WRITE), &bob, ""),
        (ANN, BOB),
    );
}

#[test]
fn a_ticking_clock_orders_nobody() {
    let before =
        "let ticks = cb::tick(std::time::Duration::from_secs(1)); let second = ticks.clone();";
    let ann = format!("{WRITE} ticks.recv().unwrap();");
    let bob = format!("second.recv().unwrap(); {READ}");
    is_racy("tick", &program(before, &ann, &bob, ""), (ANN, BOB));
}
