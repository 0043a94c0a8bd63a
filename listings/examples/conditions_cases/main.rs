use listings::Buffer;

fn main() {
    let shelf = Buffer::new(2);
    println!("empty: {:?}", shelf.try_take());
    println!("put: {:?}", shelf.try_put("Emma"));
    println!("put: {:?}", shelf.try_put("Persuasion"));
    println!("full: {:?}", shelf.try_put("Evelina"));
    println!("{} of {}", shelf.len(), shelf.room());
    println!("take: {:?}", shelf.try_take());
    println!("take: {:?}", shelf.take());
    println!("{} of {}", shelf.len(), shelf.room());
}
