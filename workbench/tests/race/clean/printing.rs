// Everybody prints at once.
use std::io::Write;
use std::thread;

fn main() {
    thread::scope(|s| {
        for clerk in 0..4 {
            s.spawn(move || {
                for slip in 0..50 {
                    println!("clerk {clerk}, slip {slip}");
                    eprintln!("clerk {clerk}");
                }
                let mut out = std::io::stdout().lock();
                writeln!(out, "clerk {clerk} is done").unwrap();
            });
        }
    });
}
