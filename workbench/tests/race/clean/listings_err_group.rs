// The course's own ErrGroup: with a limit of one, members work one after the other, and then
// their work is read.
use listings::ErrGroup;

static mut LOANS: u32 = 0;

fn main() {
    let group = ErrGroup::new().limit(1);
    for _ in 0..3 {
        group.go(|| {
            unsafe { LOANS += 1 };
            Ok(())
        });
    }
    group.wait().unwrap();
    println!("{}", unsafe { LOANS });
}
