use listings::WaitGroup;

fn main() {
    let wg = WaitGroup::new();
    for round in ["morning", "afternoon"] {
        for _clerk in 0..2 {
            wg.go(move || println!("{round} shift"));
        }
        wg.wait();
    }
    println!("the librarian locks up");
}
