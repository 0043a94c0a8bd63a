use std::thread;

static mut LOANS: u32 = 0;

fn main() {
    let clerks = ["Ann", "Bob", "Cy"].map(|_| {
        thread::spawn(|| {
            for _ in 0..5000 {
                unsafe { LOANS += 1 };
            }
        })
    });
    for clerk in clerks {
        clerk.join().unwrap();
    }
    println!("at most 15000 loans: {}", unsafe { LOANS } <= 15000);
}
