use std::hint::black_box;
use std::sync::Mutex;
use std::thread;
use std::time::Instant;

const SLIPS: u64 = 200; // for each of two clerks

fn read_slip() -> u64 {
    for i in 0..300 {
        black_box(i);
    }
    1
}

fn inside(loans: &Mutex<u64>) {
    for _ in 0..SLIPS {
        let slip = read_slip();
        *loans.lock().unwrap() += slip;
    }
}

fn around(loans: &Mutex<u64>) {
    let mut loans = loans.lock().unwrap();
    for _ in 0..SLIPS {
        *loans += read_slip();
    }
}

fn once(loans: &Mutex<u64>) {
    let mine: u64 = (0..SLIPS).map(|_| read_slip()).sum();
    *loans.lock().unwrap() += mine;
}

fn timed(clerk: fn(&Mutex<u64>)) -> f64 {
    let once = |_| {
        let (loans, start) = (Mutex::new(0), Instant::now());
        thread::scope(|s| (0..2).for_each(|_| _ = s.spawn(|| clerk(&loans))));
        start.elapsed().as_secs_f64()
    };
    (0..100).map(once).fold(f64::INFINITY, f64::min) // the best of a hundred
}

fn main() {
    let (inside, around, once) = (timed(inside), timed(around), timed(once));
    println!("inside is {:.1} times as fast as around", around / inside);
    println!("once is {:.1} times as fast as around", around / once);
}
