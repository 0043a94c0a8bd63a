use std::thread;

fn next(total: &mut u32) {
    *total += 1;
}

fn main() {
    let mut total = 0;
    thread::scope(|s| {
        s.spawn(|| next(&mut total));
        s.spawn(|| next(&mut total));
        s.spawn(|| next(&mut total));
    });
    println!("total: {total}");
}
