struct Job {
    carpenter: &'static str,
    nails: u32,
}

fn main() {
    let mut jobs = vec![
        Job {
            carpenter: "Ann",
            nails: 3,
        },
        Job {
            carpenter: "Bob",
            nails: 1,
        },
        Job {
            carpenter: "Cleo",
            nails: 2,
        },
    ];
    // The hammer goes round until nobody has a nail left.
    while !jobs.is_empty() {
        for job in &mut jobs {
            println!("{} drives a nail", job.carpenter);
            job.nails -= 1;
        }
        jobs.retain(|job| job.nails > 0);
    }
}
