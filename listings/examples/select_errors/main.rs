use std::sync::mpsc;
use std::thread;

fn search(id: u32) -> Result<String, &'static str> {
    if id.is_multiple_of(3) {
        return Err("not on its shelf");
    }
    Ok(format!("book {id}"))
}

fn main() {
    let (give, results) = mpsc::sync_channel(0);
    for id in 1..=3 {
        let give = give.clone();
        thread::spawn(move || give.send(search(id)).unwrap());
    }
    drop(give);
    for result in results {
        match result {
            Ok(book) => println!("here is {book}"),
            Err(why) => println!("sorry: {why}"),
        }
    }
}
