use std::sync::Mutex;

struct Catalogue {
    titles: Mutex<Vec<&'static str>>,
}

fn size(titles: &[&str]) -> usize {
    titles.len()
}

impl Catalogue {
    fn add(&self, title: &'static str) {
        let mut titles = self.titles.lock().unwrap();
        titles.push(title);
        println!("{title} is number {}", size(&titles));
    }
}

fn main() {
    let catalogue = Catalogue {
        titles: Mutex::new(Vec::new()),
    };
    catalogue.add("Emma");
}
