use std::collections::HashMap;
use std::sync::Mutex;

struct Desk {
    copies: Mutex<HashMap<&'static str, u32>>,
}

impl Desk {
    fn lend(&self, title: &'static str) -> bool {
        let mut copies = self.copies.lock().unwrap();
        let left = copies.entry(title).or_insert(0);
        if *left == 0 {
            return false;
        }
        *left -= 1;
        true
    }
}

fn main() {
    let desk = Desk {
        copies: Mutex::new(HashMap::from([("Emma", 3)])),
    };
    println!("Ulysses: {}", desk.lend("Ulysses"));
    println!("Emma: {}", desk.lend("Emma"));
}
