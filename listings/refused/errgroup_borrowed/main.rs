use listings::ErrGroup;

fn main() {
    let titles = vec!["Emma".to_string(), "Dracula".to_string()];
    let group = ErrGroup::new();
    for title in &titles {
        group.go(|| {
            println!("{title} is fetched");
            Ok(())
        });
    }
    group.wait().unwrap();
}
