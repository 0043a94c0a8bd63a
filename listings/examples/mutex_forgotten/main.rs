use std::collections::HashMap;
use std::sync::Mutex;

struct Desk {
    copies: Mutex<HashMap<&'static str, u32>>,
}

impl Desk {
    fn lend(&self, title: &str) -> bool {
        let mut copies = self.copies.lock().unwrap();
        let Some(n @ 1..) = copies.get_mut(title) else {
            return false;
        };
        *n -= 1;
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
