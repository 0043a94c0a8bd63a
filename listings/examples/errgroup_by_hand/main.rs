use std::sync::Mutex;
use std::thread;

fn fetch(id: u32) -> Result<(), String> {
    match id {
        1 => Ok(()),
        _ => Err(format!("there is no book {id}")),
    }
}

fn fetch_all() -> Result<(), String> {
    let first = Mutex::new(None);
    thread::scope(|s| {
        for id in 1..=3 {
            let first = &first;
            s.spawn(move || {
                if let Err(error) = fetch(id) {
                    first.lock().unwrap().get_or_insert(error);
                }
            });
        }
    });
    first.into_inner().unwrap().map_or(Ok(()), Err)
}

fn main() {
    println!("{}", fetch_all().unwrap_err());
}
