use crossbeam_channel::bounded;
use listings::ErrGroup;

fn main() {
    let clerks = ErrGroup::new().limit(1);
    let (come_back, called) = bounded::<()>(0);
    let first = clerks.try_go(move || Ok(called.recv()?));
    let second = clerks.try_go(|| unreachable!("there is no room"));
    println!("the first is let in: {first}, the second: {second}");
    come_back.send(()).unwrap();
    clerks.wait().unwrap();
    println!("and a third: {}", clerks.try_go(|| Ok(())));
    clerks.wait().unwrap();
}
