use std::hint::black_box;
use std::sync::{Mutex, MutexGuard};
use std::thread;
use std::time::Instant;

const SLIPS: u64 = 200_000; // for each of three clerks

#[derive(Default)]
struct Board {
    loans: u64,
    locked: u64, // how often
}

fn lock(board: &Mutex<Board>) -> MutexGuard<'_, Board> {
    let mut board = board.lock().unwrap();
    board.locked += 1;
    board
}

fn inside(board: &Mutex<Board>) {
    for _ in 0..SLIPS {
        lock(board).loans += black_box(1);
    }
}

fn around(board: &Mutex<Board>) {
    let mut board = lock(board);
    for _ in 0..SLIPS {
        board.loans += black_box(1);
    }
}

fn once(board: &Mutex<Board>) {
    let mut mine = 0;
    for _ in 0..SLIPS {
        mine += black_box(1);
    }
    lock(board).loans += mine;
}

fn timed(name: &str, clerk: fn(&Mutex<Board>)) -> f64 {
    let board = Mutex::new(Board::default());
    let start = Instant::now();
    thread::scope(|s| (0..3).for_each(|_| _ = s.spawn(|| clerk(&board))));
    let time = start.elapsed().as_secs_f64();
    let Board { loans, locked } = board.into_inner().unwrap();
    println!("{name}: {loans} loans, locked {locked} times");
    time
}

fn main() {
    let inside = timed("inside the loop", inside);
    let around = timed("around the loop", around);
    let once = timed("once, at the end", once);
    println!("around is {:.0} times as fast as inside", inside / around);
    println!("once is {:.0} times as fast as inside", inside / once);
}
