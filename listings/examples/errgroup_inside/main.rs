use listings::ErrGroup;

fn main() {
    let clerks = ErrGroup::new().limit(1);
    let helpers = clerks.clone();
    clerks.go(move || {
        helpers.go(|| {
            println!("the helper has come");
            Ok(())
        });
        Ok(())
    });
    clerks.wait().unwrap();
    println!("all have gone home");
}
