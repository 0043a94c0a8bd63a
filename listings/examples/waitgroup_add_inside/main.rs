use listings::WaitGroup;

fn main() {
    let wg = WaitGroup::new();
    let inner = wg.clone();
    wg.go(move || {
        // This task still counts, so the counter cannot be zero here.
        inner.go(|| println!("a helper tidies the shelf"));
    });
    wg.wait();
    println!("the librarian locks up");
}
