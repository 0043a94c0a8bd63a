use std::sync::Mutex;

fn main() {
    let ladder = Mutex::new("the ladder");
    let guard = ladder.lock().unwrap();
    println!("on {guard}");
    drop(guard);
    drop(guard);
}
