use std::thread;
use std::time::Duration;

fn main() {
    thread::spawn(hello);
    thread::sleep(Duration::from_millis(20));
    goodbye();
}

fn hello() {
    find_the_key();
    println!("hello");
}

fn find_the_key() {
    thread::sleep(Duration::from_millis(500));
}

fn goodbye() {
    println!("goodbye");
}
