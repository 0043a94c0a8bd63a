use std::thread;
use std::time::Duration;

fn main() {
    thread::spawn(hello);
    thread::sleep(Duration::from_millis(100));
    goodbye();
}

fn hello() {
    println!("hello");
}

fn goodbye() {
    println!("goodbye");
}
