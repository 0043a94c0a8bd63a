//! Answers that try to get round the checks. None is taken for right, and none does any harm.

use crate::course::{Course, RIGHT, says};
use coach::{Cancel, Verdict, render};

/// An answer whose function does this, with more before it.
fn with(before: &str, body: &str) -> String {
    format!("{before}\n\npub fn count() -> u32 {{\n    {body}\n}}\n")
}

fn is_turned_away(text: &str, why: &str) {
    says(&Course::new().refusal_of(text), &[why]);
}

#[test]
fn the_environment_and_the_input_are_not_to_be_had() {
    is_turned_away(
        &with("", "println!(\"{}\", env!(\"CHECK\")); 2"),
        "environment",
    );
    is_turned_away(
        &with("use std::env;", "env::var(\"CHECK\").is_ok().into()"),
        "environment",
    );
    is_turned_away(
        &with(
            "",
            "println!(\"{}\", std::env::var(\"CHECK\").unwrap()); std::process::exit(0)",
        ),
        "cannot be explored",
    );
    is_turned_away(
        &with(
            "",
            "std::env::args().for_each(|word| print!(\"{word}\")); std::process::exit(0)",
        ),
        "cannot be explored",
    );
    is_turned_away(
        &with(
            "",
            "std::io::read_to_string(std::io::stdin()).unwrap().len() as u32",
        ),
        "cannot be explored",
    );
}

#[test]
fn a_panic_hook_is_not_to_be_had() {
    let body = "std::panic::set_hook(Box::new(|_| std::process::exit(0))); panic!()";
    is_turned_away(&with("", body), "cannot be explored");
}

#[test]
fn other_files_are_not_to_be_had() {
    is_turned_away(
        &with("mod helper;", "helper::count()"),
        "an answer is one file",
    );
    let path = "#[path = \"/etc/hostname\"]\nmod helper;";
    is_turned_away(&with(path, "2"), "an answer is one file");
    is_turned_away(
        &with("include!(\"/etc/hostname\");", "2"),
        "from other files",
    );
    is_turned_away(
        &with("use std::include as load;\nload!(\"x\");", "2"),
        "from other files",
    );
}

#[test]
fn the_checks_cannot_be_reached() {
    for before in ["use checks as c;", "use crate as c;", "use super::*;"] {
        is_turned_away(&with(before, "0"), "exercise.rs:1");
    }
    is_turned_away(
        &with("", "super::the_count_is_two(); 2"),
        "leads out of the file",
    );
    is_turned_away(&with("", "crate::main(); 2"), "goes without it");
}

/// What a check with `some` prints when it is reached, as it was once.
#[test]
fn what_a_check_says_cannot_be_said_for_it() {
    let body = "let gauge = checks::gauge();\n    exercise::count(|| {\n        \
        let _inside = gauge.enter();\n        if gauge.now() == 2 { checks::reached() }\n    });\n    \
        assert!(true, \"\");";
    let course = Course::with_checks(&format!(
        "mod exercise;\nuse checks::{{assert, some}};\n\nfn main() {{\n    \
         checks::main(&[some(\"as demanded\", check)]);\n}}\n\nfn check() {{\n    {body}\n}}\n"
    ));
    let said = course.refusal_of(
        "pub fn count(_: impl Fn() + Sync) {\n    print!(\"\\u{1}reached\");\n    \
         std::process::exit(0)\n}\n",
    );
    says(&said, &["there is no schedule in which this happens"]);
}

#[test]
fn macros_of_the_answer_do_not_reach_the_checks() {
    let export = "#[macro_export]\nmacro_rules! println { ($($all:tt)*) => {} }";
    is_turned_away(&with(export, "0"), "needs no `macro_export`");
    let own = "macro_rules! assert { ($($all:tt)*) => {} }\n\
        macro_rules! println { ($($all:tt)*) => {} }";
    is_turned_away(&with(own, "assert!(false); 0"), "the count is 0");
    assert!(
        Course::new()
            .verdict_on(&with(own, "println!(1); 2"))
            .solved
    );
}

#[test]
fn names_of_the_answer_do_not_reach_the_checks() {
    let modules = "mod std {}\nmod exercise {}\nmod core {}\nmod r#mod {}";
    is_turned_away(&with(modules, "0"), "the count is 0");
    assert!(Course::new().verdict_on(&with(modules, "2")).solved);
    is_turned_away(
        &with(
            "mod checks {\n    pub fn reached() {}\n}",
            "checks::reached(); 2",
        ),
        "exercise.rs:6",
    );
    is_turned_away(&with("fn main() {\n    loop {}\n}", "0"), "the count is 0");
    let own_main = with("fn main() {\n    loop {}\n}", "2");
    assert!(Course::new().verdict_on(&own_main).solved);
}

#[test]
fn attributes_of_the_whole_program_change_nothing() {
    let attributes = "#![no_main]\n#![no_std]\n#![recursion_limit = \"1\"]\n#![allow(warnings)]";
    is_turned_away(&with(attributes, "0"), "the count is 0");
    is_turned_away(&with("#![feature(core_intrinsics)]", "0"), "the count is 0");
    is_turned_away(&with("#![cfg(any())]", "2"), "does not compile");
    is_turned_away(
        &with("#[unsafe(no_mangle)]\npub fn write() {}", "2"),
        "exercise.rs:1",
    );
    is_turned_away(&with("#[no_mangle]\npub fn write() {}", "2"), "linker");
}

#[test]
fn a_type_that_equals_everything_is_no_number() {
    let everything = "#[derive(Debug)]\npub struct Two;\n\
        impl PartialEq<u32> for Two {\n    fn eq(&self, _: &u32) -> bool {\n        true\n    }\n}\n\
        impl std::fmt::Display for Two {\n    \
        fn fmt(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {\n        \
        f.write_str(\"2\")\n    }\n}\n\npub fn count() -> Two {\n    Two\n}\n";
    is_turned_away(everything, "does not compile");
}

#[test]
fn a_flood_harms_nobody() {
    is_turned_away(
        &with("", "println!(\"{}\", \"x\".repeat(1 << 30)); 2"),
        "the count is two",
    );
    is_turned_away(
        &with("", "loop { eprintln!(\"{}\", \"x\".repeat(1 << 20)); }"),
        "the count is two",
    );
    let mut hoard = "let mut all = Vec::new();\n    ".to_owned();
    hoard += "loop { all.push(vec![1u8; 1 << 24]); }";
    is_turned_away(&with("", &hoard), "the count is two");
}

#[test]
fn to_abort_is_no_success() {
    let panics = "struct Twice;\nimpl Drop for Twice {\n    fn drop(&mut self) {\n        \
        panic!(\"twice\")\n    }\n}";
    is_turned_away(
        &with(panics, "let _twice = Twice;\n    panic!(\"once\")"),
        "the count is two",
    );
}

/// Built together, answers do not get into one another's way.
#[test]
fn many_answers_are_judged_as_each_of_them_is_alone() {
    let texts = [
        RIGHT.to_owned(),
        with("", "\"two\""),
        with("", "2; }"),
        with("", "1"),
        with("", "unsafe { 2 }"),
        with("", "std::fs::read(\"two\").unwrap().len() as u32"),
        with(
            "",
            "let lock = std::sync::Mutex::new(2);\n    let _one = lock.lock();\n    *lock.lock().unwrap()",
        ),
        with(
            "use std::sync::atomic::{AtomicU32, Ordering::SeqCst};\n\nstatic COUNT: AtomicU32 = AtomicU32::new(1);",
            "COUNT.fetch_add(1, SeqCst);\n    COUNT.load(SeqCst)",
        ),
        with(
            "use std::sync::atomic::{AtomicU32, Ordering::SeqCst};\n\nstatic COUNT: AtomicU32 = AtomicU32::new(0);",
            "COUNT.fetch_add(1, SeqCst);\n    COUNT.load(SeqCst)",
        ),
        with("", "panic!(\"here\")"),
        with(
            "",
            "let s = String::new();\n    drop(s);\n    s.len() as u32",
        ),
    ];
    let course = Course::new();
    let all: Vec<&str> = texts.iter().map(String::as_str).collect();
    let together = course
        .coach
        .check_all(crate::course::NAME, &all, &Cancel::default())
        .unwrap();
    for (text, together) in all.iter().zip(together) {
        let (together, alone) = (together.unwrap(), course.verdict_on(text));
        let plain = |verdict: &Verdict| render::plain(verdict);
        assert_eq!(plain(&together), plain(&alone), "{text}");
    }
}
