use std::sync::mpsc;

fn main() {
    let (give, take) = mpsc::sync_channel(0);
    give.send(1).unwrap();
    println!("{}", take.recv().unwrap());
}
