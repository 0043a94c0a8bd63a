use std::sync::LazyLock;
use std::thread;

static CATALOGUE: LazyLock<Vec<&str>> = LazyLock::new(|| {
    println!("reading the catalogue");
    vec!["Emma", "Persuasion"]
});

fn main() {
    println!("open");
    let ann = thread::spawn(|| CATALOGUE.len());
    let here = CATALOGUE.len();
    println!("{} and {here} titles", ann.join().unwrap());
}
