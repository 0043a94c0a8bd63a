use std::sync::Mutex;
use std::thread;

static DESK: Mutex<()> = Mutex::new(());
static mut IS_READ: bool = false;
static mut TITLES: [&str; 2] = [""; 2];

fn first_title() -> &'static str {
    unsafe {
        if !IS_READ {
            let _desk = DESK.lock().unwrap();
            if !IS_READ {
                TITLES = ["Emma", "Persuasion"];
                IS_READ = true;
            }
        }
        TITLES[0]
    }
}

fn main() {
    let ann = thread::spawn(first_title);
    first_title();
    println!("{}", ann.join().unwrap());
}
