//! panics: main at line 4: called `Result::unwrap()` on an `Err` value: Any { .. }

fn main() {
    std::thread::spawn(|| panic!("no more\n  books")).join().unwrap();
}
