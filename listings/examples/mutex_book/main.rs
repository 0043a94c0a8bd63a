use std::sync::Mutex;
use std::thread;

fn main() {
    let copy = Mutex::new("Emma"); // nobody has it yet
    thread::scope(|s| {
        for reader in ["Hugo", "Ida"] {
            let copy = &copy;
            s.spawn(move || {
                let title = copy.lock().unwrap();
                println!("{reader} takes {title}");
                println!("{reader} returns {title}");
            });
        }
    });
}
