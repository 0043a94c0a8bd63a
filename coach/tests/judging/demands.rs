//! What checks can demand besides that every schedule is right.

use crate::course::{Course, says};

fn course(demand: &str, body: &str) -> Course {
    Course::with_checks(&format!(
        "mod exercise;\nuse checks::{{assert, {demand}}};\n\nfn main() {{\n    \
         checks::main(&[{demand}(\"as demanded\", check)]);\n}}\n\nfn check() {{\n    {body}\n}}\n"
    ))
}

/// An answer that lets `inside` be called by two threads, one of which may hold a lock.
fn calls_it(by: &str) -> String {
    format!(
        "use std::sync::{{Mutex, RwLock}};\nuse std::thread;\n\n\
         pub fn count(inside: impl Fn() + Sync) {{\n    \
         let (mutex, rwlock) = (Mutex::new(()), RwLock::new(()));\n    \
         let _ = (&mutex, &rwlock);\n    \
         thread::scope(|scope| {{\n        for _ in 0..2 {{\n            scope.spawn(|| {{\n                \
         let _guard = {by};\n                inside();\n            }});\n        }}\n    }});\n}}\n"
    )
}

#[test]
fn some_schedule_is_enough_where_one_is_demanded() {
    let body = "let gauge = checks::gauge();\n    exercise::count(|| {\n        \
        let _inside = gauge.enter();\n        if gauge.now() == 2 { checks::reached() }\n    });\n    \
        assert!(true, \"\");";
    let course = course("some", body);
    course.save(&calls_it("rwlock.read().unwrap()"));
    assert!(course.check().solved);
    let said = course.refusal_of(&calls_it("mutex.lock().unwrap()"));
    says(
        &said,
        &[
            "✗ as demanded",
            "there is no schedule in which this happens",
        ],
    );
}

/// An answer that writes a page and raises a flag with this ordering.
fn publishes(ordering: &str) -> String {
    format!(
        "use std::sync::atomic::{{AtomicBool, AtomicU32, Ordering::*}};\nuse std::thread;\n\n\
         pub fn count() -> u32 {{\n    \
         let (page, flag) = (AtomicU32::new(0), AtomicBool::new(false));\n    \
         thread::scope(|scope| {{\n        scope.spawn(|| {{\n            \
         page.store(2, Relaxed);\n            flag.store(true, {ordering});\n        }});\n        \
         if flag.load(Acquire) {{ page.load(Relaxed) }} else {{ 2 }}\n    }})\n}}\n"
    )
}

#[test]
fn a_load_may_see_an_older_value_where_memory_is_weak() {
    let body = "let page = exercise::count();\n    assert!(page == 2, \"page {page}\");";
    let weak = course("weak", body);
    says(&weak.refusal_of(&publishes("Relaxed")), &["page 0"]);
    weak.save(&publishes("Release"));
    assert!(weak.check().solved);
    let strong = course("every", body);
    strong.save(&publishes("Relaxed"));
    assert!(strong.check().solved);
}

#[test]
fn a_meeting_is_never_complete_if_one_comes_after_the_other() {
    let body = "let meeting = checks::meeting(2);\n    exercise::count(|| meeting.join());\n    \
        assert!(true, \"\");";
    let course = course("every", body);
    course.save(&calls_it("rwlock.read().unwrap()"));
    assert!(course.check().solved);
    let said = course.refusal_of(&calls_it("mutex.lock().unwrap()"));
    says(
        &said,
        &[
            "never inside at the same time",
            "is inside at line 11",
            "lock mutex (held by T2)",
        ],
    );
}

#[test]
fn lock_operations_and_threads_are_counted_on_the_learners_lines() {
    let body = "let _own = std::sync::Mutex::new(()).lock().is_ok();\n    checks::count_locks(3);\n    \
        exercise::count(|| ());\n    \
        if let Some(locks) = checks::locks() {\n        \
        assert!(locks == 1, \"{locks} lock operations\");\n    }\n    \
        if let Some(threads) = checks::threads() {\n        \
        assert!(threads == 2, \"{threads} threads\");\n    }";
    let course = course("every", body);
    let said = course.refusal_of(&calls_it("mutex.lock().unwrap()"));
    says(&said, &["2 lock operations"]);
    let said = course.refusal_of(&calls_it(
        "[mutex.try_lock().is_ok(), rwlock.read().is_ok()]",
    ));
    says(&said, &["4 lock operations"]);
    let said = course.refusal_of("pub fn count(_: impl Fn() + Sync) {}\n");
    says(&said, &["0 lock operations"]);
    let one = "use std::sync::Mutex;\nuse std::thread;\n\npub fn count(_: impl Fn() + Sync) {\n    \
        *Mutex::new(()).lock().unwrap();\n    thread::spawn(|| ()).join().unwrap();\n}\n";
    says(&course.refusal_of(one), &["1 threads"]);
}

#[test]
fn who_must_sleep_may_neither_go_on_nor_look_again() {
    let body = "exercise::count();\n    assert!(true, \"\");";
    let course = course("sleeps", body);
    course.save("pub fn count() {\n    std::thread::park();\n}\n");
    assert!(course.check().solved);
    says(
        &course.refusal_of("pub fn count() {}\n"),
        &["although it should still wait"],
    );
    let looks = "pub fn count() {\n    loop {\n        std::thread::yield_now();\n    }\n}\n";
    says(&course.refusal_of(looks), &["looks again and again"]);
}

#[test]
fn what_a_check_says_in_a_scoped_thread_is_not_lost() {
    let body = "exercise::count(|| assert!(false, \"nobody may come here\"));";
    let said = course("every", body).refusal_of(&calls_it("rwlock.read().unwrap()"));
    says(&said, &["nobody may come here"]);
}

#[test]
fn a_poisoned_lock_is_told_with_its_cause() {
    let body = "exercise::count(|| panic!(\"oh\"));\n    assert!(true, \"\");";
    let said = course("every", body).refusal_of(
        "use std::sync::Mutex;\n\npub fn count(inside: impl Fn() + Sync) {\n    \
         let mutex = Mutex::new(());\n    \
         std::thread::scope(|scope| {\n        let fallen = scope.spawn(|| {\n            \
         let _guard = mutex.lock().unwrap();\n            inside();\n        });\n        \
         assert!(fallen.join().is_err());\n        mutex.lock().unwrap();\n    });\n}\n",
    );
    says(&said, &["a thread panicked while it held this lock"]);
}

#[test]
fn one_who_waits_for_the_other_is_no_overlap() {
    let body = "let open = checks::handshake();\n    exercise::count(|| open.join());\n    \
        open.join();\n    assert!(true, \"\");";
    let course = course("every", body);
    let said = course.refusal_of("pub fn count(inside: impl Fn() + Sync) {\n    inside();\n}\n");
    says(
        &said,
        &[
            "nobody can go on: a deadlock",
            "calls the check at line 2",
            "another one, who does not come",
        ],
    );
}

#[test]
fn nobody_may_hold_up_others_where_they_must_be_free() {
    let checks = "mod exercise;\nuse checks::{assert, free};\n\nfn main() {\n    \
        checks::main(&[free(\"as demanded\", check)]);\n}\n\nfn check() {\n    \
        let two = exercise::two();\n    \
        let ann = checks::clerk(\"Ann\", { let two = two.clone(); move || two.add() });\n    \
        two.add();\n    ann.join().unwrap();\n    \
        let count: u32 = two.count();\n    assert!(count == 2, \"{count}\");\n}\n";
    let course = Course::with_checks(checks);
    let answer = |by: &str| {
        format!(
            "use std::sync::{{Arc, Mutex}};\n\
             use std::sync::atomic::{{AtomicBool, AtomicU32, Ordering::SeqCst}};\n\n\
             #[derive(Default)]\npub struct Two {{ count: AtomicU32, taken: AtomicBool, lock: Mutex<()> }}\n\n\
             pub fn two() -> Arc<Two> {{ Arc::default() }}\n\n\
             impl Two {{\n    \
             pub fn count(&self) -> u32 {{ self.count.load(SeqCst) }}\n    \
             pub fn add(&self) {{\n        let _ = (&self.taken, &self.lock);\n        {by}\n    }}\n}}\n"
        )
    };
    let swaps = "let mut seen = self.count();\n        \
        while let Err(now) = self.count.compare_exchange(seen, seen + 1, SeqCst, SeqCst) { seen = now; }";
    course.save(&answer(swaps));
    assert!(course.check().solved);
    let spins = "while self.taken.swap(true, SeqCst) {}\n        \
        self.count.store(self.count() + 1, SeqCst);\n        self.taken.store(false, SeqCst);";
    says(
        &course.refusal_of(&answer(spins)),
        &[
            "gets no further until another one goes on",
            "goes round at line 13: swap",
        ],
    );
    let locks = "let _guard = self.lock.lock().unwrap();\n        \
        self.count.store(self.count() + 1, SeqCst);";
    says(
        &course.refusal_of(&answer(locks)),
        &[
            "gets no further until another one goes on",
            "waits at line 13: lock",
        ],
    );
}

#[test]
fn a_panic_that_a_join_finds_is_told_with_who_panicked() {
    let body = "let ann = checks::clerk(\"Ann\", || { exercise::count(); });\n    \
        ann.join().unwrap();\n    assert!(true, \"\");";
    let said = course("every", body).refusal_of(
        "use std::sync::Mutex;\n\npub fn count() {\n    let left = Mutex::new(0_u32);\n    \
         *left.lock().unwrap() += 1;\n    let left = left.into_inner().unwrap();\n    \
         assert!(left == 0);\n}\n",
    );
    says(
        &said,
        &["Ann panicked; the last that it did was", "at line 5"],
    );
}
