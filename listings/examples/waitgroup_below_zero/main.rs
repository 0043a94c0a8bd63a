use listings::WaitGroup;

fn main() {
    let wg = WaitGroup::new();
    wg.add(1);
    wg.done();
    wg.done();
}
