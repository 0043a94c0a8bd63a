// Channels from crossbeam: with room, without, and without bound.
use std::thread;

use crossbeam_channel::{bounded, select, unbounded};

fn main() {
    let (slips, desk) = bounded::<Vec<u32>>(4);
    let (sums, results) = unbounded();
    let (last, done) = bounded::<String>(0);
    for _ in 0..3 {
        let (desk, sums) = (desk.clone(), sums.clone());
        thread::spawn(move || {
            for slip in desk {
                sums.send(slip.iter().sum::<u32>()).unwrap();
            }
        });
    }
    drop(sums);
    thread::spawn(move || {
        for number in 0..200 {
            slips.send(vec![number; 5]).unwrap();
        }
        drop(slips);
        last.send("that was all".to_owned()).unwrap();
    });
    let (mut total, mut said) = (0, false);
    loop {
        select! {
            recv(results) -> sum => match sum {
                Ok(sum) => total += sum,
                Err(_) if said => break,
                Err(_) => {}
            },
            recv(done) -> word => if let Ok(word) = word { said = word.len() > 4 },
        }
    }
    println!("{total}");
}
