use std::sync::Mutex;
use std::thread;

struct Emma {
    on_the_shelf: u32,
    lent: u32,
}

fn lend(emma: &Mutex<Emma>, slippery: bool) {
    let mut emma = emma.lock().unwrap();
    emma.on_the_shelf -= 1;
    if slippery {
        panic!("the clerk slips");
    }
    emma.lent += 1;
}

fn main() {
    let emma = Mutex::new(Emma {
        on_the_shelf: 3,
        lent: 0,
    });
    thread::scope(|s| {
        let clerk = s.spawn(|| lend(&emma, true));
        println!("did it go well? {}", clerk.join().is_ok());
    });
    if let Err(poisoned) = emma.lock() {
        println!("poisoned: counting again");
        let mut emma = poisoned.into_inner();
        emma.lent = 3 - emma.on_the_shelf;
    }
    emma.clear_poison();
    let emma = emma.lock().unwrap();
    println!("{} there, {} lent", emma.on_the_shelf, emma.lent);
}
