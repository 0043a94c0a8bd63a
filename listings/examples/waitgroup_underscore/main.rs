// No Go twin: Go has no guards; the slip there is to forget the word `defer`.
use listings::WaitGroup;

fn main() {
    let wg = WaitGroup::new();

    let _task = wg.task();
    println!("`_task` keeps the guard: {} remaining", wg.remaining());

    let _ = wg.task();
    println!("`_` drops it at once: {} remaining", wg.remaining());
}
