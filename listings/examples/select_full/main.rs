use crossbeam_channel::bounded;

fn main() {
    let (put, _desk) = bounded(2);
    for card in 1..=4 {
        match put.try_send(card) {
            Ok(()) => println!("card {card} is on the desk"),
            Err(e) => println!("card {} must come back later", e.into_inner()),
        }
    }
}
