//! Programs that a reader types.

pub const TWO_STREAMS: &str = "fn main() {\n    println!(\"one\");\n    eprintln!(\"two\");\n}\n";

pub const ENDLESS: &str =
    "fn main() {\n    println!(\"here\");\n    loop {\n        std::thread::park();\n    }\n}\n";

/// The compiler refuses it for E0308, in line 2.
pub const WRONG: &str = "fn main() {\n    let loans: u8 = \"three\";\n}\n";

/// It has a data race, in line 6.
pub const RACY: &str = "static mut LOANS: u32 = 0;

fn main() {
    std::thread::scope(|s| {
        for _ in 0..2 {
            s.spawn(|| unsafe { LOANS += 1 });
        }
    });
}
";

/// Ann and Bob lend out a book each, and it prints 2 or 1.
pub const TWO_LOANS: &str = include_str!("../../listings/examples/introduction_two_loans/main.rs");

/// It reads beyond the end of a vector.
pub const PANICS: &str = "fn main() {
    println!(\"before\");
    let shelves: Vec<u32> = Vec::new();
    println!(\"{}\", shelves[3]);
}
";

/// Ann and Bob can wait for each other for ever.
pub const OPPOSITE_LOCKS: &str = "use std::sync::Mutex;
use std::thread;

static DESK: Mutex<u32> = Mutex::new(0);
static SHELF: Mutex<u32> = Mutex::new(0);

fn main() {
    let ann = thread::spawn(|| {
        let mut desk = DESK.lock().unwrap();
        *desk += *SHELF.lock().unwrap();
    });
    let bob = thread::spawn(|| {
        let mut shelf = SHELF.lock().unwrap();
        *shelf += *DESK.lock().unwrap();
    });
    ann.join().unwrap();
    bob.join().unwrap();
}
";
