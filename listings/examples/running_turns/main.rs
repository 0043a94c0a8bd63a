fn main() {
    let mut jobs = vec![("Dora", 3), ("Emil", 1), ("Fay", 2)];
    // The hammer goes round until nobody has a nail left.
    while !jobs.is_empty() {
        for (carpenter, nails) in &mut jobs {
            println!("{carpenter} drives a nail");
            *nails -= 1;
        }
        jobs.retain(|(_, nails)| *nails > 0);
    }
}
