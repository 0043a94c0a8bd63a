use parking_lot::Mutex;
use std::thread;

struct Emma {
    on_the_shelf: u32,
    lent: u32,
}

fn lend(emma: &Mutex<Emma>, slippery: bool) {
    let mut emma = emma.lock();
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
    let emma = emma.lock();
    println!("{} there, {} lent", emma.on_the_shelf, emma.lent);
}
