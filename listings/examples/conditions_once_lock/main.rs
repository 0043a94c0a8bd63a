use std::sync::OnceLock;
use std::thread;

static DUTY: OnceLock<String> = OnceLock::new();

fn on_duty(name: &str) -> &'static str {
    DUTY.get_or_init(|| name.to_owned())
}

fn main() {
    let ann = thread::spawn(|| on_duty("Ann"));
    let bob = thread::spawn(|| on_duty("Bob"));
    let (a, b) = (ann.join().unwrap(), bob.join().unwrap());
    assert_eq!(a, b);
    assert!(DUTY.set("Carla".to_owned()).is_err()); // too late
    println!("{a} is on duty");
}
