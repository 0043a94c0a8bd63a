use std::sync::mpsc::{self, SyncSender};

fn order(hatch: &SyncSender<&str>) {
    hatch.send("Emma").unwrap();
    hatch.recv().unwrap();
}

fn main() {
    let (give, _take) = mpsc::sync_channel(1);
    order(&give);
}
