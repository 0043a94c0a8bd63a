fn main() {
    println!("three shelves");
}
