//! One number through a channel.

use super::Bench;
use crate::sample::nanoseconds;
use std::thread;

const GROUP: &str = "channels";

/// One or more threads send, one receives, until all senders are gone.
fn through_std(senders: u64, room: usize) -> f64 {
    nanoseconds(|n| {
        let (give, take) = std::sync::mpsc::sync_channel(room);
        thread::scope(|s| {
            for _ in 0..senders {
                let give = give.clone();
                s.spawn(move || (0..n.div_ceil(senders)).for_each(|i| give.send(i).unwrap()));
            }
            drop(give);
            take.iter().for_each(drop);
        });
    })
}

fn through_crossbeam(senders: u64, room: usize) -> f64 {
    nanoseconds(|n| {
        let (give, take) = crossbeam_channel::bounded(room);
        thread::scope(|s| {
            for _ in 0..senders {
                let give = give.clone();
                s.spawn(move || (0..n.div_ceil(senders)).for_each(|i| give.send(i).unwrap()));
            }
            drop(give);
            take.iter().for_each(drop);
        });
    })
}

pub(super) fn benches() -> Vec<Bench> {
    let rows = [
        ("no room", 1, 0),
        ("room for 128", 1, 128),
        ("four senders, no room", 4, 0),
        ("four senders, room for 128", 4, 128),
    ];
    rows.into_iter()
        .flat_map(|(row, senders, room)| {
            [
                Bench::new(GROUP, row, "std", move || through_std(senders, room)),
                Bench::new(GROUP, row, "crossbeam", move || {
                    through_crossbeam(senders, room)
                }),
            ]
        })
        .collect()
}
