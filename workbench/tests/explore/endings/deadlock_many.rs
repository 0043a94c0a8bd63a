//! deadlock: main at line 6 waits: end the scope (ann, bob and eve have not ended); ann at line 9 waits: park (nobody unparks it); bob at line 9 waits: park (nobody unparks it); eve at line 9 waits: park (nobody unparks it)

use std::thread;

fn main() {
    thread::scope(|s| {
        for name in ["ann", "bob", "eve"] {
            let named = thread::Builder::new().name(name.to_owned());
            named.spawn_scoped(s, || thread::park()).unwrap();
        }
    });
}
