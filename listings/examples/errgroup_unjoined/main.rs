use std::thread;

fn fetch(id: u32) -> Result<(), String> {
    match id {
        2 => Err(format!("there is no book {id}")),
        _ => Ok(()),
    }
}

fn fetch_all() -> Result<(), String> {
    thread::scope(|s| {
        let clerks: Vec<_> = (1..=3).map(|id| s.spawn(move || fetch(id))).collect();
        for clerk in clerks {
            clerk.join().unwrap()?;
        }
        Ok(())
    })
}

fn main() {
    println!("{}", fetch_all().unwrap_err());
}
