use std::thread;

fn main() {
    thread::spawn(hello);
    goodbye();
}

fn hello() {
    println!("hello");
}

fn goodbye() {
    println!("goodbye");
}
