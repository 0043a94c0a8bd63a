use std::thread;

fn main() {
    let clerk = thread::spawn(hello);
    clerk.join().unwrap();
    goodbye();
}

fn hello() {
    println!("hello");
}

fn goodbye() {
    println!("goodbye");
}
