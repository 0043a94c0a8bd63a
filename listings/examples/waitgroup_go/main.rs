use listings::WaitGroup;

fn main() {
    let wg = WaitGroup::new();
    for shelf in 1..=3 {
        wg.go(move || println!("shelf {shelf} is tidy"));
    }
    wg.wait();
    println!("the librarian locks up");
}
