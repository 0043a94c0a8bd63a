// No Go twin: the question is what Rust's compiler says.
use listings::ErrGroup;
use std::rc::Rc;

fn main() {
    let title = Rc::new("Emma".to_owned());
    let group = ErrGroup::new();
    let mine = Rc::clone(&title);
    group.go(move || {
        if mine.is_empty() {
            return Err("a book without a title".into());
        }
        Ok(())
    });
    println!("{title}: {:?}", group.wait());
}
