use crossbeam_channel::unbounded;
use std::thread;

/// What there is to do.
pub type Job = Box<dyn FnOnce() + Send>;

/// Runs each of the `jobs` once, on `clerks` threads: never more jobs at the same time than there
/// are clerks, and as many as that if there are jobs enough. All are done when it returns.
pub fn run_all(jobs: Vec<Job>, clerks: usize) {
    let (hand_out, next) = unbounded();
    for job in jobs {
        hand_out.send(job).unwrap();
    }
    drop(hand_out);
    thread::scope(|scope| {
        for _ in 0..clerks {
            scope.spawn(|| next.iter().for_each(|job: Job| job()));
        }
    });
}
