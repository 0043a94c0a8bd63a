use std::sync::Mutex;
use std::thread;

static CATALOGUE: Mutex<Vec<&str>> = Mutex::new(Vec::new());

fn enter(clerk: &str, title: &'static str) {
    match CATALOGUE.try_lock() {
        Ok(mut titles) => titles.push(title),
        Err(_) => println!("{clerk} comes back later"),
    }
}

fn main() {
    thread::scope(|s| {
        s.spawn(|| enter("Ann", "Emma"));
        s.spawn(|| enter("Bob", "Faust"));
    });
    println!("titles: {}", CATALOGUE.lock().unwrap().len());
}
