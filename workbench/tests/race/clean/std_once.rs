// Once, OnceLock and LazyLock from std, and what was written inside of them.
use std::collections::HashMap;
use std::sync::{LazyLock, Once, OnceLock};
use std::thread;

static OPENED: Once = Once::new();
static mut HOURS: u32 = 0;
static NAME: OnceLock<String> = OnceLock::new();
static SHELVES: LazyLock<HashMap<u32, String>> = LazyLock::new(|| {
    (0..9)
        .map(|number| (number, format!("shelf {number}")))
        .collect()
});

fn main() {
    let clerks: Vec<_> = (0..4)
        .map(|number| {
            thread::spawn(move || {
                OPENED.call_once(|| unsafe { HOURS = 8 });
                let name = NAME.get_or_init(|| format!("clerk {number}"));
                name.len() + SHELVES[&number].len() + unsafe { HOURS } as usize
            })
        })
        .collect();
    for clerk in clerks {
        assert_eq!(clerk.join().unwrap(), 7 + 7 + 8);
    }
    println!("{}", NAME.get().is_some());
}
