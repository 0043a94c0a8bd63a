use std::thread;

#[derive(Clone, Copy)]
struct Board(*mut u32);
unsafe impl Send for Board {} // a promise, and it is not kept

fn next(board: Board) {
    unsafe { *board.0 += 1 };
}

fn main() {
    let mut total = 0;
    let board = Board(&raw mut total);
    thread::scope(|s| {
        s.spawn(move || next(board));
        s.spawn(move || next(board));
        s.spawn(move || next(board));
    });
    println!("total: {total}");
}
