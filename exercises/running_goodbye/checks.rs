//! What is demanded of `exercise.rs`.

mod exercise;

use checks::{assert, every};
use std::thread;

fn main() {
    checks::main(&[
        every("goodbye comes after hello", goodbye_comes_after_hello),
        every("hello and goodbye are each said once", each_is_said_once),
        every("hello is said by a thread of its own", hello_has_a_thread),
    ]);
}

fn goodbye_comes_after_hello() {
    let said = checks::log();
    exercise::visit(
        || said.note("hello"),
        || {
            let before = said.count("hello");
            assert!(before > 0, "goodbye was said, and hello was not yet");
        },
    );
}

fn each_is_said_once() {
    let said = checks::log();
    exercise::visit(|| said.note("hello"), || said.note("goodbye"));
    for word in ["hello", "goodbye"] {
        let times = said.count(word);
        assert!(
            times == 1,
            "{word} was said {times} times by the end of `visit`"
        );
    }
}

fn hello_has_a_thread() {
    let main = thread::current().id();
    let hello = move || {
        let here = thread::current().id();
        assert!(here != main, "the librarian said hello herself");
    };
    exercise::visit(hello, || {
        let here = thread::current().id();
        assert!(here == main, "the librarian did not say goodbye herself");
    });
}
