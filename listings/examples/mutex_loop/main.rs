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
    let (mut counted, mut best) = (Board::default(), f64::INFINITY);
    for _ in 0..20 {
        let (board, start) = (Mutex::new(Board::default()), Instant::now());
        thread::scope(|s| (0..3).for_each(|_| _ = s.spawn(|| clerk(&board))));
        best = best.min(start.elapsed().as_secs_f64());
        counted = board.into_inner().unwrap();
    }
    let Board { loans, locked } = counted; // the same each time
    println!("{name}: {loans} loans, locked {locked} times");
    best
}

fn main() {
    let inside = timed("inside the loop", inside);
    let around = timed("around the loop", around);
    let once = timed("once, at the end", once);
    println!("around is {:.0} times as fast as inside", inside / around);
    println!("once is {:.0} times as fast as inside", inside / once);
}
