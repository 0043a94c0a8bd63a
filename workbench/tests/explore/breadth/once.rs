//! `OnceLock`, `LazyLock` and `Once`.

use std::sync::{LazyLock, Once, OnceLock, OnceState};
use std::thread;

static BOOKS: LazyLock<Vec<u32>> = LazyLock::new(|| vec![1, 2]);
static TITLE: OnceLock<String> = OnceLock::new();
static START: Once = Once::new();

fn main() {
    println!("{:?}", TITLE.get());
    println!("{}", TITLE.get_or_init(|| "Emma".to_owned()));
    println!("{:?} {:?}", TITLE.set("Faust".to_owned()), TITLE.get());
    println!("{TITLE:?} {}", TITLE.wait());
    let mut cell = OnceLock::from(3);
    *cell.get_mut().unwrap() += 1;
    println!("{:?} {:?} {:?}", cell.clone(), cell.take(), cell.take());
    println!("{:?} {:?}", cell.into_inner(), OnceLock::<u8>::default());
    println!("{}", OnceLock::from(1) == OnceLock::from(1));

    println!("{BOOKS:?}");
    println!("{} {BOOKS:?}", BOOKS.len());
    println!("{}", LazyLock::force(&BOOKS).len());
    let mut lazy = LazyLock::new(|| 5);
    println!("{:?}", LazyLock::get(&lazy));
    *LazyLock::force_mut(&mut lazy) += 1;
    println!("{:?}", LazyLock::get(&lazy));
    println!("{:?}", LazyLock::get_mut(&mut lazy));
    println!("{}", *lazy);
    *lazy += 1;
    println!("{} {}", *lazy, *LazyLock::<u8>::default());

    println!("{}", START.is_completed());
    START.call_once(|| println!("once"));
    START.call_once(|| println!("twice"));
    START.wait();
    println!("{} {START:?}", START.is_completed());
    let broken = Once::new();
    let panicked = thread::scope(|s| {
        let breaks = s.spawn(|| broken.call_once(|| std::panic::resume_unwind(Box::new(1))));
        breaks.join().is_err()
    });
    broken.call_once_force(|state: &OnceState| println!("{panicked} {}", state.is_poisoned()));
    broken.wait_force();
    println!("{}", broken.is_completed());
}
