use std::thread;

fn main() {
    let notice = String::from("closed on Sunday");
    let mine: &String = &notice;
    let seen_by_clerk: &String = thread::scope(|s| {
        let clerk = s.spawn(|| &notice);
        clerk.join().unwrap()
    });
    println!("the clerk read: {seen_by_clerk}");
    println!("the same memory: {}", std::ptr::eq(mine, seen_by_clerk));
}
